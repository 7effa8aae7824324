package io.github.facesj.fiji.dialog;

import ij.IJ;
import ij.plugin.frame.Recorder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Writes into ImageJ's recorder what was answered, as {@code name=value} and booleans too: a bare
 * flag would work in plain ImageJ only. What has its default is not written.
 */
final class Recording {

  private Recording() {}

  /** Begins the line of this command anew, whatever of it was noted before. */
  static void record(Module module, DialogPlan plan) {
    if (IJ.recording()) {
      note(module, plan);
    }
  }

  /** The same, whether or not somebody records. */
  static void note(Module module, DialogPlan plan) {
    Recorder.setCommand(plan.title());
    options(module, plan)
        .forEach(
            (name, text) ->
                Recorder.recordOption(name, Recorder.fixString(Recorder.fixPath(text))));
  }

  /** Nothing is to be written of a command that the person does not want. */
  static void forget() {
    if (IJ.recording()) {
      Recorder.setCommand(null);
    }
  }

  /** Ends the line, unless whoever began the command has done so. */
  static void end() {
    if (IJ.recording()) {
      Recorder.saveCommand();
    }
  }

  /** What a macro has to say so that the command does the same. */
  static Map<String, String> options(Module module, DialogPlan plan) {
    Map<String, String> options = new LinkedHashMap<>();
    for (ModuleItem<?> item : plan.items()) {
      Object value = module.getInput(item.getName());
      if (!plan.isPreview(item)
          && value != null
          && !Objects.equals(value, plan.defaults().get(item.getName()))) {
        options.put(item.getName(), Values.text(value));
      }
    }
    return options;
  }
}
