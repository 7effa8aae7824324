package io.github.facesj.fiji.run;

import org.scijava.plugin.SciJavaPlugin;

/** Shows a command at work to a person who sits before a screen. */
public interface RunDisplay extends SciJavaPlugin {

  /** A run has begun. Returns at once, and may well show nothing of a run that is over soon. */
  void show(CommandRun run);
}
