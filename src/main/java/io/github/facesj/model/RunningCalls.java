package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The calls of all networks that run just now. At the end of Java the native library takes itself
 * down, whoever is still computing in it; so Java's end waits for those calls, and lets no new ones
 * in. Programs need do nothing for it.
 */
final class RunningCalls {

  static final RunningCalls ALL = new RunningCalls();

  /** A call takes a second at most on a quiet machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Semaphore calls = new Semaphore(Integer.MAX_VALUE);
  private volatile boolean ended;

  /** One call. */
  @FunctionalInterface
  interface Call {
    Outputs run() throws FacesException;
  }

  private RunningCalls() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(this::end, "FacesJ networks"));
    } catch (IllegalStateException e) {
      ended = true; // Java is ending already
    }
  }

  /**
   * Runs a call.
   *
   * @throws FacesException as the call; one that ends the run if Java is ending
   */
  Outputs run(Call call) throws FacesException {
    calls.acquireUninterruptibly();
    try {
      if (ended) {
        throw FacesException.endingTheRun("Java is ending, so no network is run any more.");
      }
      return call.run();
    } finally {
      calls.release();
    }
  }

  private void end() {
    ended = true;
    try {
      calls.tryAcquire(Integer.MAX_VALUE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
