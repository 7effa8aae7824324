package io.github.facesj.fiji.dialog;

import javax.swing.JTextField;
import org.scijava.module.ModuleItem;

/** A line of text. */
class TextQuestion extends Question {

  private final JTextField text;

  /**
   * @param columns width in characters
   */
  TextQuestion(ModuleItem<?> item, int columns) {
    super(item);
    text = new JTextField(columns);
    text.getDocument().addDocumentListener(new TextFollower(this::changed));
  }

  @Override
  final JTextField input() {
    return text;
  }

  @Override
  Object read() {
    return Values.parse(item(), text.getText().strip());
  }

  @Override
  final void show(Object value) {
    if (!Values.text(value).equals(text.getText().strip())) {
      text.setText(Values.text(value));
    }
  }
}
