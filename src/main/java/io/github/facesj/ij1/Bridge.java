package io.github.facesj.ij1;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import io.github.facesj.fiji.dialog.DialogPreprocessor;
import io.github.facesj.fiji.dialog.Titles;
import io.github.facesj.fiji.parameter.Lines;
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
    BridgeInputs inputs = new BridgeInputs(title, options);
    try {
      runner(context, module, inputs).run();
    } catch (RuntimeException | LinkageError e) {
      if (Macro.MACRO_CANCELED.equals(e.getMessage())) {
        throw e;
      }
      error(title, sentence(title, e));
      return;
    }
    if (module instanceof Cancelable cancelable && cancelable.isCanceled()) {
      String reason = cancelable.getCancelReason();
      if (reason != null && !reason.isBlank()) {
        error(title, reason);
      } else if (options != null) {
        error(title, title + " was canceled and gave no reason.");
      }
      return;
    }
    CommandOutputs.show(module);
  }

  /**
   * What a macro gave, or null where a person is to be asked. A macro without options is one with
   * nothing but defaults, as the recorder writes it.
   */
  private static String options() {
    String options = Macro.getOptions();
    boolean nobody = GraphicsEnvironment.isHeadless() || IJ.isMacro() || Interpreter.isBatchMode();
    return options == null && nobody ? "" : options;
  }

  /** Tells the user, and ends the macro that is running, if one is. */
  private static void error(String title, String sentence) {
    IJ.error(title, GraphicsEnvironment.isHeadless() ? sentence : Lines.wrap(sentence));
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
   * none of them), with ours before the one that asks.
   */
  private static ModuleRunner runner(Context context, Module module, BridgeInputs inputs) {
    PluginService plugins = context.service(PluginService.class);
    List<PreprocessorPlugin> pre = new ArrayList<>();
    for (PluginInfo<PreprocessorPlugin> step : plugins.getPluginsOfType(PreprocessorPlugin.class)) {
      if (step.getPriority() <= DialogPreprocessor.PRIORITY && !pre.contains(inputs)) {
        pre.add(inputs);
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
