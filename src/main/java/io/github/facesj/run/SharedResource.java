package io.github.facesj.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Something that several threads use at the same time and that must be freed once, when nobody uses
 * it any more: memory of a native library, a connection. Each use is a lease. After {@link
 * #close()} there are no new ones; the last user to end frees it, so that nothing is ever freed
 * under a running use.
 *
 * @param <T> what is shared
 * @param <E> what goes wrong when it is freed
 */
public final class SharedResource<T, E extends Exception> {

  /** Frees it. */
  @FunctionalInterface
  public interface Closer<T, E extends Exception> {
    void close(T resource) throws E;
  }

  /** Uses it. */
  @FunctionalInterface
  public interface Use<T, R> {
    R with(T resource) throws FacesException;
  }

  private final T resource;
  private final Closer<T, E> closer;
  private final String refusal;

  /** Users hold it for reading and count; whoever frees the resource holds it for writing. */
  private final ReentrantReadWriteLock leases = new ReentrantReadWriteLock();

  private final CountDownLatch freed = new CountDownLatch(1);
  private volatile boolean closed;
  private boolean freeing; // under the writer's lock

  /**
   * @param closer frees the resource; called once, by the last user or by {@link #close()}
   * @param refusal what users are told who come too late: why, and what to do
   */
  public SharedResource(T resource, Closer<T, E> closer, String refusal) {
    this.resource = resource;
    this.closer = closer;
    this.refusal = refusal;
  }

  /**
   * Uses the resource; it is not freed before the use ends. A use within a use is a part of it, and
   * allowed even after closing; so is a use by the closer.
   *
   * @throws FacesException if the resource was closed before, which is {@link
   *     FacesException#isEndingTheRun() the end of a run}, or whatever the use throws
   */
  public <R> R use(Use<? super T, R> work) throws FacesException, E {
    leases.readLock().lock();
    try {
      if (closed && leases.getReadHoldCount() == 1 && !leases.isWriteLockedByCurrentThread()) {
        throw FacesException.endingTheRun(refusal);
      }
      return work.with(resource);
    } finally {
      leases.readLock().unlock();
      if (closed) {
        freeUnlessInUse();
      }
    }
  }

  /**
   * Ends the sharing: there are no new users from now on. Returns at once; the resource is freed
   * now, or by its last user. Closing again does nothing.
   */
  public void close() throws E {
    closed = true;
    freeUnlessInUse();
  }

  /**
   * Waits until the resource is freed. A thread that uses it itself does not wait.
   *
   * @return false if somebody used it longer than that, or the thread was interrupted
   */
  public boolean awaitFreed(Duration atMost) {
    if (leases.getReadHoldCount() > 0) {
      return false;
    }
    try {
      return freed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whoever is still in there comes by here when done, and whoever is freeing it needs no help. */
  private void freeUnlessInUse() throws E {
    if (!leases.writeLock().tryLock()) {
      return;
    }
    try {
      if (!freeing) {
        freeing = true;
        free();
      }
    } finally {
      leases.writeLock().unlock();
    }
  }

  private void free() throws E {
    try {
      closer.close(resource);
    } finally {
      freed.countDown();
    }
  }
}
