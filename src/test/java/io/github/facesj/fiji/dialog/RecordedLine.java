package io.github.facesj.fiji.dialog;

import ij.plugin.frame.Recorder;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** The options that the recorder notes for a command that a person was asked for. */
public final class RecordedLine {

  private final DialogPlan plan;

  /**
   * @param fresh the command with its defaults
   */
  public RecordedLine(Module fresh) {
    plan = DialogPlan.of(fresh);
  }

  /** The names of all that is asked for. */
  public List<String> names() {
    return plan.items().stream().map(ModuleItem::getName).toList();
  }

  /** What stands behind the name of the command. */
  public String options(Module answered) {
    Recorder.resetCommandOptions();
    Recorder.record = true;
    try {
      Recording.note(answered, plan);
      String options = Recorder.getCommandOptions();
      return options == null ? "" : options;
    } finally {
      Recorder.resetCommandOptions();
      Recorder.record = false;
    }
  }
}
