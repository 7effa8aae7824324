package io.github.facesj.ij1;

import ij.gui.GenericDialog;
import java.awt.Checkbox;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** A check box for a boolean. */
final class TickField implements Field {

  private final ModuleItem<?> item;
  private final Checkbox box;

  TickField(GenericDialog dialog, Module module, ModuleItem<?> item) {
    this.item = item;
    dialog.addCheckbox(Field.label(item), Boolean.TRUE.equals(module.getInput(item.getName())));
    box = (Checkbox) dialog.getCheckboxes().lastElement();
  }

  @Override
  public String name() {
    return item.getName();
  }

  @Override
  public Object read() {
    return box.getState();
  }

  @Override
  public void show(Object value) {
    box.setState(Boolean.TRUE.equals(value));
  }
}
