package io.github.facesj.app;

import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress as one line of a terminal that is written over, once a second at most; problems keep
 * lines of their own. Call {@link #endLine()} to end the line.
 */
final class ConsoleProgress implements Progress {

  private static final long NANOS_BETWEEN = 1_000_000_000;

  private final PrintStream out;
  private long next = System.nanoTime();
  private int written;

  public ConsoleProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void at(long done, long total, String what) {
    long now = System.nanoTime();
    boolean last = total > 0 && done >= total;
    if (now < next && !last) {
      return;
    }
    next = now + NANOS_BETWEEN;
    String line = total > 0 ? String.format(Locale.ROOT, "%d/%d %s", done, total, what) : what;
    out.print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
    out.flush();
    written = line.length();
  }

  /** Never: a terminal stops the whole program. */
  @Override
  public boolean isCanceled() {
    return false;
  }

  @Override
  public synchronized void warn(Problem problem) {
    endLine();
    out.println(problem);
  }

  /** What is printed next begins at the left. */
  public synchronized void endLine() {
    if (written > 0) {
      out.println();
      written = 0;
    }
  }
}
