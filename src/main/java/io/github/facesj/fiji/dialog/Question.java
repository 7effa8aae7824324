package io.github.facesj.fiji.dialog;

import javax.swing.JComponent;
import org.scijava.module.ModuleItem;

/** One question of a dialog, about one parameter. Lives on the event thread. */
abstract class Question {

  private final ModuleItem<?> item;
  private Runnable changed = () -> {};

  Question(ModuleItem<?> item) {
    this.item = item;
  }

  /** What it asks for. */
  final ModuleItem<?> item() {
    return item;
  }

  /** The name of the parameter. */
  final String name() {
    return item.getName();
  }

  /** All that stands beside the label: the input, where there is no more. */
  JComponent component() {
    return input();
  }

  /** The part of it that takes the keyboard. */
  abstract JComponent input();

  /**
   * What the person has answered.
   *
   * @throws IllegalArgumentException with a sentence, where that is no value of the parameter
   */
  abstract Object read();

  /** Shows a value; what is shown already stays untouched, caret and all. */
  abstract void show(Object value);

  /** Whether the parameter now offers other choices than are shown. */
  boolean isOutdated() {
    return false;
  }

  /** Whether the label belongs to the answer, as with a box to tick. */
  boolean hasOwnLabel() {
    return false;
  }

  /** Who is told of each change. */
  final void onChange(Runnable listener) {
    changed = listener;
  }

  final void changed() {
    changed.run();
  }

  /** The label of the parameter, or its name where it has none. */
  static String label(ModuleItem<?> item) {
    String label = item.getLabel();
    return label == null || label.isBlank() ? item.getName() : label;
  }

  /** What the parameter means, what it is where nobody says otherwise, and its name in macros. */
  static String help(ModuleItem<?> item, Object standard) {
    StringBuilder help = new StringBuilder();
    if (item.getDescription() != null && !item.getDescription().isBlank()) {
      String words = item.getDescription().strip();
      help.append(words).append(words.matches("(?s).*[.!?)]$") ? "" : ".");
    }
    if (standard != null && !Values.text(standard).isEmpty()) {
      help.append(" Default: ").append(Values.text(standard)).append('.');
    }
    return help.append(" In macros: ").append(item.getName()).append('.').toString().strip();
  }
}
