package io.github.facesj.fiji.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One command at work, from its first to its last step. Safe for several threads. */
public final class CommandRun implements AutoCloseable {

  /**
   * Where the work is.
   *
   * @param done units finished
   * @param total units in all, or 0 where that is not known
   * @param what being worked on
   */
  public record Step(long done, long total, String what) {}

  private final String title;
  private final Runnable end;
  private final Thread thread = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean stopped;
  private volatile boolean heard;
  private volatile boolean watched;
  private volatile Step step = new Step(0, 0, "");

  CommandRun(String title, Runnable end) {
    this.title = title;
    this.end = end;
  }

  /** The command, as the menu has it. */
  public String title() {
    return title;
  }

  /** Asks the run to stop at its next step; what it has done is kept. */
  public void stop() {
    stopped = true;
  }

  /** Whether somebody asked the run to stop. */
  public boolean isStopped() {
    return stopped;
  }

  /** The same, asked by the work itself, which then ends early. */
  public boolean mustStop() {
    heard |= stopped;
    return stopped;
  }

  /** Says that the run will tell its steps, so that it is worth showing. */
  public void watch() {
    watched = true;
  }

  /** Whether the run tells its steps. */
  public boolean isWatched() {
    return watched;
  }

  /** Tells where the run is. */
  public void at(Step now) {
    step = now;
  }

  /** Where the run was when it last told. */
  public Step step() {
    return step;
  }

  /** What a stopped run leaves, in a sentence; empty where it came to its end before it noticed. */
  public Optional<String> leftover() {
    if (!heard) {
      return Optional.empty();
    }
    Step last = step;
    return Optional.of(
        last.done() < last.total()
            ? String.format(
                Locale.ROOT,
                "%s was stopped with %,d of %,d to go. What was done is kept.",
                title,
                last.total() - last.done(),
                last.total())
            : title + " was stopped before its end. What was done is kept.");
  }

  /** Whether the command has ended. */
  public boolean isOver() {
    return over.getCount() == 0;
  }

  /** The run is at its end, however it came to it. */
  @Override
  public void close() {
    over.countDown();
    end.run();
  }

  /** Waits for the end; a thread does not wait for its own run. */
  boolean awaitEnd(Duration atMost) {
    if (thread == Thread.currentThread()) {
      return false;
    }
    try {
      return over.await(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
