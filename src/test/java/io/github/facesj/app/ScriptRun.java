package io.github.facesj.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.scijava.Context;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/**
 * Runs a script as Fiji does: its parameters are read and filled by SciJava. Fiji's own adapters of
 * the languages are not on Maven Central, so that the two lines of each are here.
 */
final class ScriptRun {

  /** Fiji's Groovy. */
  @Plugin(type = ScriptLanguage.class, name = "Groovy")
  public static final class Groovy extends AdaptedScriptLanguage {
    public Groovy() {
      super("groovy");
    }
  }

  /** Fiji's Python. */
  @Plugin(type = ScriptLanguage.class, name = "Python (Jython)")
  public static final class Python extends AdaptedScriptLanguage {
    public Python() {
      super("jython");
    }
  }

  private ScriptRun() {}

  /** The outputs of a script; its exceptions come through. */
  static Map<String, Object> of(Path script, Object... inputs) throws Exception {
    try (Context context = new Context()) {
      PluginService plugins = context.service(PluginService.class);
      plugins.addPlugin(new PluginInfo<>(Groovy.class, ScriptLanguage.class));
      plugins.addPlugin(new PluginInfo<>(Python.class, ScriptLanguage.class));
      File file = script.toFile();
      ScriptModule module = context.service(ScriptService.class).run(file, true, inputs).get();
      return module.getOutputs();
    }
  }
}
