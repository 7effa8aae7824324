package io.github.facesj.ij1;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.widget.InputHarvester;

/**
 * One ImageJ plugin for all commands: its argument, in {@code plugins.config}, is the class name of
 * the command. Under macro options it runs without a dialog; otherwise it asks, records and runs.
 * Whatever stops the command is told by {@link IJ#error(String, String)}, which ends a macro.
 */
public final class Bridge implements PlugIn {

  @Override
  public void run(String className) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // SciJava and DJL find their parts through the context class loader, which here is ImageJ's.
    thread.setContextClassLoader(Bridge.class.getClassLoader());
    try {
      show(SharedContext.get(), className);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void show(Context context, String className) {
    CommandInfo info = command(context, className);
    Module module = context.service(ModuleService.class).createModule(info);
    String title = Titles.of(info);
    String options = options();
    AskUser asking = new AskUser(title, options);
    try {
      runner(context, module, asking).run();
    } catch (RuntimeException | LinkageError e) {
      if (Macro.MACRO_CANCELED.equals(e.getMessage())) {
        throw e;
      }
      Titles.error(title, sentence(title, e));
      return;
    }
    if (module instanceof Cancelable cancelable && cancelable.isCanceled()) {
      String reason = cancelable.getCancelReason();
      if (reason != null && !reason.isBlank()) {
        Titles.error(title, reason);
      } else if (options != null) {
        Titles.error(title, title + " was canceled and gave no reason.");
      }
      return;
    }
    CommandOutputs.show(module);
  }

  /** What a macro gave, or null where a person is to be asked; without a screen nobody can be. */
  private static String options() {
    String options = Macro.getOptions();
    return options == null && GraphicsEnvironment.isHeadless() ? "" : options;
  }

  private static CommandInfo command(Context context, String className) {
    try {
      Class<? extends Command> type =
          Class.forName(className, true, Bridge.class.getClassLoader()).asSubclass(Command.class);
      CommandInfo known = context.service(CommandService.class).getCommand(type);
      return known != null ? known : new CommandInfo(type, type.getAnnotation(Plugin.class));
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new IllegalStateException(
          "plugins.config names " + className + ", which is no command of this installation.", e);
    }
  }

  /**
   * SciJava's own steps around a command, less those that open SciJava's windows (plain ImageJ has
   * none of them), with ours at the place where SciJava would ask.
   */
  private static ModuleRunner runner(Context context, Module module, AskUser asking) {
    PluginService plugins = context.service(PluginService.class);
    List<PreprocessorPlugin> pre = new ArrayList<>();
    for (PluginInfo<PreprocessorPlugin> step : plugins.getPluginsOfType(PreprocessorPlugin.class)) {
      if (step.getPriority() <= InputHarvester.PRIORITY && !pre.contains(asking)) {
        pre.add(asking);
      }
      if (!opensWindows(step)) {
        pre.add(plugins.createInstance(step));
      }
    }
    List<PostprocessorPlugin> post =
        plugins.getPluginsOfType(PostprocessorPlugin.class).stream()
            .filter(step -> !opensWindows(step))
            .map(plugins::createInstance)
            .toList();
    return new ModuleRunner(context, module, pre, post);
  }

  private static boolean opensWindows(PluginInfo<?> step) {
    String name = step.getClassName();
    return name.startsWith("org.scijava.ui.") || name.startsWith("org.scijava.display.");
  }

  private static String sentence(String title, Throwable e) {
    if (e instanceof IllegalArgumentException && e.getMessage() != null) {
      return e.getMessage();
    }
    return title + " failed: " + e + ". The console tells where; please report it.";
  }
}
