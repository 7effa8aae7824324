package io.github.facesj.fiji.dialog;

import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.scijava.module.ModuleItem;

/** A box to tick. */
final class TickQuestion extends Question {

  private final JCheckBox box;

  TickQuestion(ModuleItem<?> item) {
    super(item);
    box = new JCheckBox(Question.label(item));
    box.addItemListener(e -> changed());
  }

  @Override
  JComponent input() {
    return box;
  }

  @Override
  Object read() {
    return box.isSelected();
  }

  @Override
  void show(Object value) {
    box.setSelected(Boolean.TRUE.equals(value));
  }

  @Override
  boolean hasOwnLabel() {
    return true;
  }
}
