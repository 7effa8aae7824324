package io.github.facesj.run;

import java.util.concurrent.Semaphore;

/**
 * Room of limited size, such as memory, for work in several threads: who needs more than is left
 * waits for the others, in the order of asking. Safe for several threads.
 */
public final class ResourceBudget {

  /** Small enough that the number of parts of any memory is an {@code int}. */
  private static final long PART = 1 << 16;

  private final int parts;
  private final Semaphore free;

  /** Work that needs room. */
  @FunctionalInterface
  public interface Work<R> {
    R run() throws FacesException;
  }

  /**
   * @param bytes how much room there is
   */
  public ResourceBudget(long bytes) {
    this.parts = parts(bytes);
    this.free = new Semaphore(parts, true);
  }

  private static int parts(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, 1 + bytes / PART);
  }

  /**
   * Works when there is room.
   *
   * @param bytes needed; who needs more than there is gets all of it
   * @throws FacesException what the work throws; one that is passing if the thread was interrupted
   *     while it waited
   */
  public <R> R with(long bytes, Work<R> work) throws FacesException {
    int needed = Math.min(parts, parts(bytes));
    try {
      free.acquire(needed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FacesException.passing("The run was interrupted.", e);
    }
    try {
      return work.run();
    } finally {
      free.release(needed);
    }
  }
}
