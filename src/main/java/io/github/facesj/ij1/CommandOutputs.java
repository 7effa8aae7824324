package io.github.facesj.ij1;

import ij.IJ;
import ij.ImagePlus;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Shows what a command made: images that are not shown yet, and sentences in the log. Tables are
 * for scripts, here as in Fiji, which shows no {@code ResultsTable} that a command returns: one
 * that the user should see, the command adds to ImageJ's Results.
 */
final class CommandOutputs {

  private CommandOutputs() {}

  static void show(Module module) {
    for (ModuleItem<?> item : module.getInfo().outputs()) {
      Object value = module.getOutput(item.getName());
      if (value instanceof ImagePlus image && !image.isVisible()) {
        image.show();
      } else if (value instanceof String text && !text.isBlank()) {
        IJ.log(text);
      }
    }
  }
}
