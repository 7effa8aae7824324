package io.github.facesj.fiji.dialog;

import java.util.stream.StreamSupport;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * A call that gives any input of a FacesJ command is one of a script, and nobody is asked for the
 * others: they have their defaults, on every machine. It comes before anything that fills inputs by
 * itself, such as Fiji's choice of the active image.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.EXTREMELY_HIGH)
public final class ScriptPreprocessor extends AbstractPreprocessorPlugin {

  @Override
  public void process(Module module) {
    if (DialogPreprocessor.isOurs(module) && isGiven(module)) {
      DialogPreprocessor.resolve(module, Inputs.open(module));
    }
  }

  private static boolean isGiven(Module module) {
    return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
        .filter(item -> Values.canRead(item.getType()))
        .anyMatch(item -> module.isInputResolved(item.getName()));
  }
}
