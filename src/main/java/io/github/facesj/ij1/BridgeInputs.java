package io.github.facesj.ij1;

import ij.WindowManager;
import io.github.facesj.fiji.dialog.Inputs;
import io.github.facesj.fiji.dialog.Values;
import java.util.List;
import java.util.stream.Collectors;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/**
 * The step in which a command gets what plain ImageJ gives it: the active image, and the macro's
 * options, if it is one. It is made by the bridge and never registered with SciJava.
 */
final class BridgeInputs extends AbstractPreprocessorPlugin {

  private final String title;
  private final String options;

  /**
   * @param options those of a macro, or null where a person is to be asked
   */
  BridgeInputs(String title, String options) {
    this.title = title;
    this.options = options;
  }

  @Override
  public void process(Module module) {
    List<ModuleItem<?>> open = Inputs.open(module);
    Inputs.activeImageItem(open)
        .ifPresent(item -> module.setInput(item.getName(), WindowManager.getCurrentImage()));
    if (options == null) {
      return;
    }
    try {
      answer(module, open, MacroOptions.parse(options));
      requireAll(module, open);
    } catch (IllegalArgumentException e) {
      cancel(e.getMessage());
      return;
    }
    open.forEach(item -> module.resolveInput(item.getName()));
  }

  private void answer(Module module, List<ModuleItem<?>> open, MacroOptions given) {
    given
        .values()
        .forEach(
            (key, text) -> {
              ModuleItem<?> item =
                  open.stream()
                      .filter(i -> i.getName().equals(key))
                      .findFirst()
                      .orElseThrow(() -> unknown(key, open));
              module.setInput(key, Values.parse(item, text.orElseGet(() -> flag(item))));
            });
  }

  private void requireAll(Module module, List<ModuleItem<?>> items) {
    for (ModuleItem<?> item : items) {
      if (item.isRequired() && module.getInput(item.getName()) == null) {
        throw new IllegalArgumentException(
            Inputs.isImage(item)
                ? title + " needs an image. Open one first."
                : title + " needs a value for \"" + item.getName() + "\".");
      }
    }
  }

  private IllegalArgumentException unknown(String key, List<ModuleItem<?>> open) {
    String known = open.stream().map(ModuleItem::getName).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        title
            + " has no parameter \""
            + key
            + (known.isEmpty() ? "\"; it has none." : "\". It has: " + known + "."));
  }

  private String flag(ModuleItem<?> item) {
    if (Values.isTruth(item.getType())) {
      return "true";
    }
    throw new IllegalArgumentException(
        "The parameter "
            + item.getName()
            + " of "
            + title
            + " needs a value: "
            + item.getName()
            + "=...");
  }
}
