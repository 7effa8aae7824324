package io.github.facesj.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/**
 * The step in which a command gets its inputs: the active image, then the macro's options or the
 * user's answers. It is made by the bridge and never registered with SciJava.
 */
final class AskUser extends AbstractPreprocessorPlugin {

  private final String title;
  private final String options;

  /**
   * @param options those of a macro, or null to ask by a dialog
   */
  AskUser(String title, String options) {
    this.title = title;
    this.options = options;
  }

  @Override
  public void process(Module module) {
    List<ModuleItem<?>> open = Inputs.open(module);
    Inputs.activeImageItem(open)
        .ifPresent(item -> module.setInput(item.getName(), WindowManager.getCurrentImage()));
    try {
      if (options != null) {
        answer(module, open, MacroOptions.parse(options));
      } else if (!ask(module, open)) {
        cancel(null); // the user's own wish needs no reason
        return;
      }
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

  private boolean ask(Module module, List<ModuleItem<?>> open) {
    // A missing image is told before the questions, not after them.
    Inputs.activeImageItem(open).ifPresent(item -> requireAll(module, List.of(item)));
    Optional<Form> form = Form.of(title, module, open);
    if (form.isPresent() && !form.get().isConfirmed()) {
      return false;
    }
    if (IJ.recording()) {
      Recording.record(module, open);
    }
    return true;
  }

  private void requireAll(Module module, List<ModuleItem<?>> items) {
    for (ModuleItem<?> item : items) {
      if (item.isRequired() && module.getInput(item.getName()) == null) {
        throw new IllegalArgumentException(
            ImagePlus.class.isAssignableFrom(item.getType())
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
