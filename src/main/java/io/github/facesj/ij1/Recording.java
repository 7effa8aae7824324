package io.github.facesj.ij1;

import ij.plugin.frame.Recorder;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Writes the answers into ImageJ's recorder as {@code name=value}, booleans too: a bare flag would
 * work in plain ImageJ only, and a tick taken away must be recorded as well.
 */
final class Recording {

  private Recording() {}

  static void record(Module module, List<ModuleItem<?>> open) {
    ModuleItem<?> active = Inputs.activeImageItem(open).orElse(null);
    ModuleItem<?> preview = Inputs.previewItem(module, open).orElse(null);
    for (ModuleItem<?> item : open) {
      Object value = module.getInput(item.getName());
      if (item != active && item != preview && value != null) {
        String text = Recorder.fixPath(Values.text(value));
        Recorder.recordOption(item.getName(), Recorder.fixString(text));
      }
    }
  }
}
