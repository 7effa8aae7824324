package io.github.facesj.fiji.run;

import ij.IJ;
import ij.macro.Interpreter;
import io.github.facesj.run.FacesException;
import java.awt.GraphicsEnvironment;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.scijava.event.ContextDisposingEvent;
import org.scijava.event.EventHandler;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/**
 * Keeps the runs, listens for Esc while there are any, and stops them all when the Context or Java
 * itself ends: files are then finished or swept away before anything else is taken down.
 */
@Plugin(type = Service.class)
public final class DefaultRunService extends AbstractService implements RunService {

  /** For runs to end when ImageJ quits; a photo takes seconds at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Parameter private PluginService plugins;

  private final IdentityHashMap<Object, CommandRun> byCommand = new IdentityHashMap<>();
  private final List<CommandRun> running = new CopyOnWriteArrayList<>();
  private final EscapeKey escape = new EscapeKey(this::stopAll);
  private final Thread javaEnds = new Thread(this::end, "FacesJ end");
  private boolean ended;

  @Override
  public void initialize() {
    Runtime.getRuntime().addShutdownHook(javaEnds);
  }

  @Override
  public synchronized CommandRun begin(Object command) throws FacesException {
    if (ended) {
      throw FacesException.passing("ImageJ is quitting, so nothing more is begun.");
    }
    if (IJ.escapePressed()) {
      stopAll(); // it was meant for those before
    }
    IJ.resetEscape();
    CommandRun[] made = new CommandRun[1];
    CommandRun run = new CommandRun(title(command), () -> ended(command, made[0]));
    made[0] = run;
    byCommand.put(command, run);
    running.add(run);
    if (!GraphicsEnvironment.isHeadless()) {
      if (running.size() == 1) {
        escape.listen();
      }
      if (!Interpreter.isBatchMode()) {
        plugins.createInstancesOfType(RunDisplay.class).forEach(display -> display.show(run));
      }
    }
    return run;
  }

  private synchronized void ended(Object command, CommandRun run) {
    byCommand.remove(command, run);
    if (running.remove(run) && running.isEmpty() && !GraphicsEnvironment.isHeadless()) {
      escape.leave();
    }
  }

  private static String title(Object command) {
    Plugin plugin = command.getClass().getAnnotation(Plugin.class);
    Menu[] path = plugin == null ? new Menu[0] : plugin.menu();
    String label = path.length == 0 ? "" : path[path.length - 1].label();
    String title = label.replace("...", "").strip();
    return title.isEmpty() ? command.getClass().getSimpleName() : title;
  }

  @Override
  public synchronized Optional<CommandRun> of(Object command) {
    return Optional.ofNullable(byCommand.get(command));
  }

  @Override
  public List<CommandRun> running() {
    return List.copyOf(running);
  }

  @Override
  public void stopAll() {
    running.forEach(CommandRun::stop);
  }

  /** Comes before any service is disposed, so that runs still have all they need to end well. */
  @EventHandler
  @SuppressWarnings("unused") // SciJava calls it
  private void onEvent(ContextDisposingEvent event) {
    end();
  }

  @Override
  public void dispose() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(javaEnds);
    } catch (IllegalStateException e) {
      // Java is ending already, and the hook with it.
    }
  }

  private void end() {
    synchronized (this) {
      ended = true;
    }
    stopAll();
    long end = System.nanoTime() + PATIENCE.toNanos();
    running().forEach(run -> run.awaitEnd(Duration.ofNanos(end - System.nanoTime())));
  }
}
