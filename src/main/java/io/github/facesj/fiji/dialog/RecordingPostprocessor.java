package io.github.facesj.fiji.dialog;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Ends the recorder's line of a command of FacesJ when the command has ended well. */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_LOW)
public final class RecordingPostprocessor extends AbstractPostprocessorPlugin {

  @Override
  public void process(Module module) {
    if (DialogPreprocessor.isOurs(module)) {
      Recording.end();
    }
  }
}
