package io.github.facesj.ij1;

import ij.gui.GenericDialog;
import java.awt.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * A drop-down list for an enum, or for the choices a parameter has now; a callback may change them.
 */
final class ChoiceField implements Field {

  private final Module module;
  private final String name;
  private final List<Object> values = new ArrayList<>();
  private final Choice choice;

  ChoiceField(GenericDialog dialog, Module module, ModuleItem<?> item) {
    this.module = module;
    this.name = item.getName();
    dialog.addChoice(Field.label(item), new String[] {""}, "");
    choice = (Choice) dialog.getChoices().lastElement();
    show(module.getInput(name));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Object read() {
    return values.get(choice.getSelectedIndex());
  }

  @Override
  public void show(Object value) {
    List<Object> now = withOffered(value);
    if (!now.equals(values)) {
      values.clear();
      values.addAll(now);
      choice.removeAll();
      values.forEach(v -> choice.add(String.valueOf(v)));
    }
    choice.select(Math.max(0, values.indexOf(value)));
  }

  @Override
  public boolean isOutdated() {
    return !values.equals(withOffered(module.getInput(name)));
  }

  /** A value that is not on offer stays visible and can be kept. */
  private List<Object> withOffered(Object value) {
    ModuleItem<?> item = module.getInfo().getInput(name);
    List<?> choices = item.getChoices();
    List<Object> offered =
        choices == null || choices.isEmpty()
            ? new ArrayList<>(Arrays.asList(item.getType().getEnumConstants()))
            : new ArrayList<>(choices);
    if (value != null && !offered.contains(value)) {
      offered.add(0, value);
    }
    return offered;
  }
}
