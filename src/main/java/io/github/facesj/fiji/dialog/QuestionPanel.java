package io.github.facesj.fiji.dialog;

import java.awt.Color;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;

/** Questions below one another, each with its label before it. */
final class QuestionPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> defaults;
  private final transient HelpLine help;
  private final transient Map<Question, JComponent> labels = new HashMap<>();
  private final transient List<JComponent> details = new ArrayList<>();
  private boolean detailed;
  private int rows;

  QuestionPanel(Map<String, Object> defaults, HelpLine help) {
    super(new GridBagLayout());
    this.defaults = defaults;
    this.help = help;
  }

  /**
   * @param detail whether it is out of sight until details are asked for
   */
  void add(Question question, boolean detail) {
    String text = Question.label(question.item());
    String meaning = Question.help(question.item(), defaults.get(question.name()));
    JComponent input = question.input();
    input.setName(question.name());
    input.setToolTipText(question.item().getDescription());
    input.getAccessibleContext().setAccessibleName(text);
    input.getAccessibleContext().setAccessibleDescription(meaning);
    help.follow(input, meaning);
    if (question.hasOwnLabel()) {
      labels.put(question, input);
      add(question.component(), at(1, 2));
    } else {
      JLabel label = new JLabel(text);
      label.setLabelFor(input);
      labels.put(question, label);
      add(label, at(0, 1));
      add(question.component(), at(1, 1));
    }
    rows++;
    if (detail) {
      details.addAll(List.of(labels.get(question), question.component()));
      showDetails(false);
    }
  }

  /** Puts the details into sight, or out of it. */
  void showDetails(boolean shown) {
    detailed = shown;
    details.forEach(part -> part.setVisible(shown));
  }

  boolean isDetailed() {
    return detailed;
  }

  /** A message of the command, or a button, which is one of the details. */
  void addExtra(ModuleItem<?> item, Object value, Runnable pressed) {
    if (item.getType() == Button.class) {
      JButton button = new JButton(Question.label(item));
      button.setName(item.getName());
      button.setToolTipText(item.getDescription());
      button.addActionListener(e -> pressed.run());
      GridBagConstraints place = at(1, 1);
      place.fill = GridBagConstraints.NONE;
      add(button, place);
      details.add(button);
      showDetails(false);
    } else {
      add(new JLabel(String.valueOf(value)), at(0, 2));
    }
    rows++;
  }

  /** Shows that an answer is wrong. */
  void mark(Question question) {
    Color wrong = Tone.wrong();
    labels.get(question).setForeground(wrong);
    JComponent input = question.input();
    input.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(wrong), input.getBorder()));
  }

  private GridBagConstraints at(int column, int width) {
    GridBagConstraints place = new GridBagConstraints();
    place.gridx = column;
    place.gridy = rows;
    place.gridwidth = width;
    place.weightx = column;
    place.fill = column == 1 ? GridBagConstraints.HORIZONTAL : GridBagConstraints.NONE;
    place.anchor = GridBagConstraints.LINE_START;
    place.insets = new Insets(2, 0, 2, column == 0 ? 10 : 2);
    return place;
  }
}
