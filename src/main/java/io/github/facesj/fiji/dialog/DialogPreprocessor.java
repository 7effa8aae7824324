package io.github.facesj.fiji.dialog;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import io.github.facesj.fiji.parameter.AskService;
import java.awt.GraphicsEnvironment;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;
import org.scijava.widget.Button;
import org.scijava.widget.InputHarvester;

/**
 * Asks for the inputs of FacesJ's commands before SciJava's own dialog would, so that it has
 * nothing left to ask. In macros, in batch mode and without a screen nobody is asked: what is not
 * given has its default.
 */
@Plugin(type = PreprocessorPlugin.class, priority = DialogPreprocessor.PRIORITY)
public final class DialogPreprocessor extends AbstractPreprocessorPlugin {

  /** Before SciJava's dialog, and before it brings back what it kept of an earlier call. */
  public static final double PRIORITY = InputHarvester.PRIORITY + 2;

  private static final String OURS = "io.github.facesj.";

  @Parameter(required = false)
  private AskService asking;

  @Parameter(required = false)
  private UIService ui;

  @Override
  public void process(Module module) {
    if (!isOurs(module)) {
      return;
    }
    List<ModuleItem<?>> open = Inputs.open(module);
    if (!open.isEmpty() && isForAPerson()) {
      try {
        if (asking.ask(module) == AskService.Answer.CANCELED) {
          cancel(null); // the person's own wish, which needs no reason
          return;
        }
      } catch (IllegalArgumentException e) {
        cancel(e.getMessage());
        return;
      }
    }
    resolve(module, open);
  }

  static boolean isOurs(Module module) {
    return module.getInfo().getDelegateClassName().startsWith(OURS);
  }

  private boolean isForAPerson() {
    return asking != null
        && !GraphicsEnvironment.isHeadless()
        && (ui == null || !ui.isHeadless())
        && Macro.getOptions() == null
        && !IJ.isMacro()
        && !Interpreter.isBatchMode();
  }

  /** What has a value needs no further question; what has none, SciJava tells of. */
  static void resolve(Module module, List<ModuleItem<?>> items) {
    items.stream()
        .filter(item -> module.getInput(item.getName()) != null || !item.isRequired())
        .forEach(item -> module.resolveInput(item.getName()));
    for (ModuleItem<?> item : module.getInfo().inputs()) {
      if (item.getType() == Button.class) {
        module.resolveInput(item.getName()); // or SciJava would make a dialog of it alone
      }
    }
  }
}
