package io.github.facesj.fiji.dialog;

import java.awt.Font;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JTextArea;

/** The words of a dialog: what the command does, and what the answer with the keyboard means. */
final class HelpLine {

  private static final int COLUMNS = 52;

  private final JTextArea sentence = text(0);
  private final JTextArea line = text(3);
  private String meaning = " ";
  private Optional<String> problem = Optional.empty();

  /**
   * @param what the command does
   */
  HelpLine(String what) {
    sentence.setText(what);
    line.setForeground(Tone.faint());
    line.setFont(line.getFont().deriveFont(line.getFont().getSize2D() - 1));
  }

  private static JTextArea text(int rows) {
    JTextArea text = new JTextArea(rows, COLUMNS);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setEditable(false);
    text.setFocusable(false);
    text.setOpaque(false);
    text.setBorder(null);
    text.setFont(new javax.swing.JLabel().getFont().deriveFont(Font.PLAIN));
    return text;
  }

  JComponent sentence() {
    return sentence;
  }

  JComponent line() {
    return line;
  }

  /** Shows this meaning while the component has the keyboard, and scrolls it into sight. */
  void follow(JComponent input, String words) {
    input.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent e) {
            meaning = words;
            show();
            input.scrollRectToVisible(new Rectangle(0, 0, input.getWidth(), input.getHeight()));
          }
        });
  }

  void focus(Question question) {
    question.input().requestFocusInWindow();
  }

  /** Says what is no answer at all, or nothing. */
  void wrong(Optional<String> now) {
    problem = now;
    show();
  }

  /** Says above all questions why the command could not do what it was asked. */
  void complain(String complaint) {
    sentence.setText(complaint);
    sentence.setForeground(Tone.wrong());
  }

  private void show() {
    line.setText(problem.orElse(meaning));
    line.setForeground(problem.isPresent() ? Tone.wrong() : Tone.faint());
  }
}
