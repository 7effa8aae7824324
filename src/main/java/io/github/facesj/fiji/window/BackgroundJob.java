package io.github.facesj.fiji.window;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.JProgressBar;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

/** Work off the event thread that fills a progress bar and ends with a sentence. */
final class BackgroundJob extends SwingWorker<String, Void> implements Progress {

  /** Long work that says at its end what it did. */
  @FunctionalInterface
  interface Work {
    String run(Progress progress) throws FacesException;
  }

  private final Work work;
  private final JProgressBar bar;
  private final Consumer<String> end;
  private volatile boolean stop;

  /**
   * @param end gets the sentence of success or failure, on the event thread
   */
  BackgroundJob(Work work, JProgressBar bar, Consumer<String> end) {
    this.work = work;
    this.bar = bar;
    this.end = end;
  }

  void stop() {
    stop = true;
  }

  @Override
  protected String doInBackground() throws FacesException {
    return work.run(this);
  }

  @Override
  protected void done() {
    bar.setIndeterminate(false);
    bar.setValue(0);
    bar.setString("");
    try {
      end.accept(get());
    } catch (ExecutionException e) {
      end.accept(e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void at(long done, long total, String what) {
    SwingUtilities.invokeLater(
        () -> {
          bar.setIndeterminate(total <= 0);
          bar.setValue(total <= 0 ? 0 : (int) (done * bar.getMaximum() / total));
          bar.setString(what);
        });
  }

  @Override
  public boolean isCanceled() {
    return stop;
  }

  @Override
  public void warn(Problem problem) {
    SwingUtilities.invokeLater(() -> bar.setString(problem.toString()));
  }
}
