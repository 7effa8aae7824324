package io.github.facesj.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The same work on many items in several threads, with a tool that serves one thread at a time. The
 * results come in the order of the items, whatever the threads did.
 *
 * <p>An item that fails is one {@link Fault}, and the rest goes on. Where it is not to blame itself
 * it is tried once more, alone and with a new tool: so memory that does not suffice for several
 * large photos at the same time suffices for each of them. What would meet every item ends the run.
 *
 * @param <T> the tool
 */
public final class OrderedWork<T> {

  /** How often a run that waits for a photo looks whether it was cancelled. */
  private static final long LOOK_MILLIS = 100;

  private static final long END_MILLIS = 700;

  /** Works on one item. */
  @FunctionalInterface
  public interface Step<T, I, R> {
    /**
     * @param stop asked between the parts of the work whether to go on; what is given back after
     *     that is not used
     */
    R on(T tool, I item, Progress stop) throws FacesException;
  }

  /** Takes results, one at a time and in order. */
  @FunctionalInterface
  public interface Sink<I, R> {
    /**
     * @throws FacesException if the result cannot be kept, which ends the run
     */
    void accept(I item, WorkResult<R> result) throws FacesException;
  }

  private record Pending<I, R>(I item, Future<WorkResult<R>> result) {}

  private final Factory<T> maker;
  private final int threads;
  private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock company = new ReentrantReadWriteLock();

  public OrderedWork(Factory<T> maker, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "The number of threads must be at least 1, but was " + threads + ".");
    }
    this.maker = maker;
    this.threads = threads;
  }

  /**
   * The first tool, for those who ask it something before the work; it works, too.
   *
   * @throws FacesException if it cannot be made
   */
  public T first() throws FacesException {
    if (idle.isEmpty()) {
      idle.add(maker.create());
    }
    return idle.peek();
  }

  /**
   * Works on items that are made only when their turn comes.
   *
   * @param progress may stop the work, also within an item, whose thread is then interrupted and
   *     its result dropped; telling it how far the work is, is the sink's
   * @return whether all was done; false after a cancel
   * @throws FacesException if a tool cannot be made, a fault ends the run, or the sink cannot take
   *     a result
   */
  public <I, R> boolean each(
      Iterator<I> items, Step<T, I, R> step, Sink<I, R> sink, Progress progress)
      throws FacesException {
    first();
    RunProgress stop = new RunProgress(progress);
    ExecutorService workers = Executors.newFixedThreadPool(threads, OrderedWork::daemon);
    try {
      Deque<Pending<I, R>> ahead = new ArrayDeque<>();
      RepeatedFault repetition = new RepeatedFault();
      while (items.hasNext() || !ahead.isEmpty()) {
        // One item waits while each thread has its own: enough to keep all busy.
        while (items.hasNext() && ahead.size() <= threads && !progress.isCanceled()) {
          I item = items.next();
          ahead.add(new Pending<>(item, workers.submit(() -> attempt(step, item, stop))));
        }
        Pending<I, R> next = ahead.poll();
        Optional<WorkResult<R>> result =
            next == null ? Optional.empty() : await(next.result(), progress);
        if (result.isEmpty()) {
          return false;
        }
        Optional<Fault> fault = result.get().fault();
        if (fault.isPresent() && fault.get().reach() == Fault.Reach.RUN) {
          throw fault.get().ending();
        }
        sink.accept(next.item(), result.get());
        repetition.next(fault);
      }
      return true;
    } finally {
      stop.end();
      workers.shutdownNow();
      awaitEnd(workers);
      idle.clear();
    }
  }

  /**
   * What is under way when the work stops sweeps up what it has half written. Whoever takes longer
   * is decoding or computing, and is refused by the next network.
   */
  private static void awaitEnd(ExecutorService workers) {
    try {
      workers.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <I, R> WorkResult<R> attempt(Step<T, I, R> step, I item, Progress stop) {
    WorkResult<R> first = attempt(company.readLock(), step, item, stop);
    boolean again = first.fault().filter(f -> f.reach() == Fault.Reach.MOMENT).isPresent();
    return again ? attempt(company.writeLock(), step, item, stop) : first;
  }

  private <I, R> WorkResult<R> attempt(Lock lock, Step<T, I, R> step, I item, Progress stop) {
    return WorkResult.of(
        () -> {
          lock.lockInterruptibly();
          try {
            T tool = idle.poll();
            if (tool == null) {
              tool = another();
            }
            return with(tool, step, item, stop);
          } finally {
            lock.unlock();
          }
        });
  }

  /** A tool in which something unforeseen happened is not used again. */
  private <I, R> R with(T tool, Step<T, I, R> step, I item, Progress stop) throws FacesException {
    try {
      R result = step.on(tool, item, stop);
      idle.add(tool);
      return result;
    } catch (FacesException e) {
      if (!e.isPassing()) {
        idle.add(tool);
      }
      throw e;
    }
  }

  /** Whatever is wrong with a tool, the item it was made for is not to blame. */
  private T another() throws FacesException {
    try {
      return maker.create();
    } catch (FacesException e) {
      throw e.isPassing() ? e : FacesException.endingTheRun(e.getMessage(), e);
    }
  }

  /** Waits for a result; empty if the run is cancelled, after which none must be used. */
  private static <R> Optional<WorkResult<R>> await(Future<WorkResult<R>> future, Progress progress)
      throws FacesException {
    while (!progress.isCanceled()) {
      try {
        WorkResult<R> result = future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return progress.isCanceled() ? Optional.empty() : Optional.of(result);
      } catch (TimeoutException e) {
        // Long work is no reason to stop.
      } catch (ExecutionException e) {
        return Optional.of(WorkResult.failed(Fault.of(e.getCause())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw FacesException.endingTheRun("The run was interrupted.", e);
      }
    }
    return Optional.empty();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "FacesJ photos");
    thread.setDaemon(true);
    return thread;
  }
}
