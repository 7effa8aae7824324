package io.github.facesj.ij1;

import ij.gui.GenericDialog;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** One question of a dialog. */
interface Field {

  /** The name of the parameter it asks for. */
  String name();

  /**
   * What the user has entered.
   *
   * @throws IllegalArgumentException with a sentence, where that is no value of the parameter
   */
  Object read();

  /** Shows a value that a callback of the command has set. */
  void show(Object value);

  /** Whether the parameter now offers other choices than the field shows. */
  default boolean isOutdated() {
    return false;
  }

  /** Adds to the dialog what fits the parameter's type, choices and style best. */
  static Field add(GenericDialog dialog, Module module, ModuleItem<?> item) {
    Class<?> type = item.getType();
    if (Values.isTruth(type)) {
      return new TickField(dialog, module, item);
    }
    if (Inputs.isImage(item)) {
      return new ImageField(dialog, item);
    }
    if (type.isEnum() || (item.getChoices() != null && !item.getChoices().isEmpty())) {
      return new ChoiceField(dialog, module, item);
    }
    return Values.isText(type)
        ? new LineField(dialog, module, item)
        : new NumberField(dialog, module, item);
  }

  /** The label of the parameter, or its name where it has none. */
  static String label(ModuleItem<?> item) {
    String label = item.getLabel();
    return label == null || label.isBlank() ? item.getName() : label;
  }
}
