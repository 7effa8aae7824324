package io.github.facesj.fiji.window;

import io.github.facesj.fiji.run.CommandRun;
import io.github.facesj.fiji.run.RunDisplay;
import java.awt.EventQueue;
import javax.swing.Timer;
import org.scijava.plugin.Plugin;

/** Shows each run that takes longer than a second in a window of its own, with a Cancel button. */
@Plugin(type = RunDisplay.class)
public final class ProgressDisplay implements RunDisplay {

  /** What is over sooner needs no window. */
  private static final int PATIENCE_MILLIS = 1000;

  private static final int MILLIS_BETWEEN = 200;

  @Override
  public void show(CommandRun run) {
    EventQueue.invokeLater(() -> new Showing(run).begin());
  }

  /** Looks at the run five times a second; lives on the event thread. */
  private static final class Showing {

    private final CommandRun run;
    private final Timer timer = new Timer(MILLIS_BETWEEN, e -> look());
    private ProgressWindow window;

    Showing(CommandRun run) {
      this.run = run;
    }

    void begin() {
      timer.setInitialDelay(PATIENCE_MILLIS);
      timer.start();
    }

    private void look() {
      if (run.isOver()) {
        timer.stop();
        if (window != null) {
          window.dispose();
        }
        return;
      }
      if (window == null && run.isWatched()) {
        window = new ProgressWindow(run);
        window.setVisible(true);
      }
      if (window != null) {
        window.update(System.nanoTime());
      }
    }
  }
}
