package io.github.facesj.fiji.review;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** The foot of the window: undo and redo, what has just been done, and the keys. */
final class StatusPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private final JLabel message = new JLabel(" ");
  private final JLabel keys;

  StatusPanel(ReviewActions actions) {
    super(new BorderLayout(ReviewStyle.MARGIN, 2));
    setBackground(ReviewStyle.DESK);
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(1, 0, 0, 0, ReviewStyle.LINE),
            BorderFactory.createEmptyBorder(
                ReviewStyle.GAP, ReviewStyle.GAP, ReviewStyle.GAP, ReviewStyle.MARGIN)));
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, ReviewStyle.GAP, 0));
    buttons.setOpaque(false);
    actions.ofHistory().forEach(action -> buttons.add(new PlainButton(action)));
    message.setFont(ReviewStyle.text());
    keys =
        new JLabel(
            actions.all().stream()
                .map(action -> action.shortKey() + " " + action.brief())
                .collect(Collectors.joining("   ")),
            SwingConstants.CENTER);
    keys.setFont(ReviewStyle.small());
    keys.setForeground(ReviewStyle.FAINT);
    add(buttons, BorderLayout.WEST);
    add(message);
    add(keys, BorderLayout.SOUTH);
  }

  /** What has been done. */
  void say(String sentence) {
    show(sentence, ReviewStyle.INK);
  }

  /** What cannot be done, and why. */
  void complain(String sentence) {
    show(sentence, ReviewStyle.WRONG);
  }

  private void show(String sentence, Color color) {
    message.setForeground(color);
    message.setText(sentence.isEmpty() ? " " : sentence);
    message.setToolTipText(message.getText());
  }

  String sentence() {
    return message.getText();
  }

  /** The keys of the rows mean nothing where pairs are asked about. */
  void showKeys(boolean shown) {
    keys.setVisible(shown);
  }
}
