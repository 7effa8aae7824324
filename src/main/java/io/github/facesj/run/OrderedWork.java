package io.github.facesj.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The same work on many items in several threads, with a tool that serves one thread at a time. The
 * results come in the order of the items, whatever the threads did.
 *
 * @param <T> the tool
 */
public final class OrderedWork<T> {

  /** Makes a tool. */
  @FunctionalInterface
  public interface Maker<T> {
    T make() throws FacesException;
  }

  /** Works on one item. */
  @FunctionalInterface
  public interface Step<T, I, R> {
    R on(T tool, I item) throws FacesException;
  }

  private static final int MOMENT_MILLIS = 100;
  private static final int END_MILLIS = 700;

  private final Maker<T> maker;
  private final int threads;
  private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();

  public OrderedWork(Maker<T> maker, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "The number of threads must be at least 1, but was " + threads + ".");
    }
    this.maker = maker;
    this.threads = threads;
  }

  /** Takes results, one at a time and in order. */
  @FunctionalInterface
  public interface Sink<R> {
    void accept(R result) throws FacesException;
  }

  /**
   * @param progress is told after each item, and may stop the work between two
   * @return one result for each item, fewer after a cancel
   * @throws FacesException if a tool cannot be made, or the work on an item fails
   */
  public <I, R> List<R> over(List<I> items, Step<T, I, R> step, Progress progress)
      throws FacesException {
    List<R> results = new ArrayList<>();
    each(
        items.iterator(),
        step,
        (R result) -> {
          results.add(result);
          progress.at(results.size(), items.size(), String.valueOf(items.get(results.size() - 1)));
        },
        progress);
    return results;
  }

  /**
   * The same for items that are made only when their turn comes, and results that are not kept.
   *
   * @param progress may stop the work, also within an item, whose thread is then interrupted and
   *     its result dropped; telling it how far the work is, is the sink's
   * @return whether all was done; false after a cancel
   * @throws FacesException if a tool cannot be made, the work on an item fails, or the sink cannot
   *     take a result
   */
  public <I, R> boolean each(Iterator<I> items, Step<T, I, R> step, Sink<R> sink, Progress progress)
      throws FacesException {
    idle.add(maker.make());
    ExecutorService workers = Executors.newFixedThreadPool(threads, OrderedWork::daemon);
    try {
      Deque<Future<R>> ahead = new ArrayDeque<>();
      while (items.hasNext() || !ahead.isEmpty()) {
        if (progress.isCanceled()) {
          return false;
        }
        // One item waits while each thread has its own: enough to keep all busy.
        while (items.hasNext() && ahead.size() <= threads) {
          I item = items.next();
          ahead.add(workers.submit(() -> one(step, item)));
        }
        Future<R> next = ahead.remove();
        while (!isDone(next)) {
          if (progress.isCanceled()) {
            return false;
          }
        }
        sink.accept(get(next));
      }
      return true;
    } finally {
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

  private <I, R> R one(Step<T, I, R> step, I item) throws FacesException {
    T tool = idle.poll();
    if (tool == null) {
      tool = maker.make();
    }
    try {
      return step.on(tool, item);
    } finally {
      idle.add(tool);
    }
  }

  /** Waits a moment for the end: an item may take many, and a cancel none. */
  private static boolean isDone(Future<?> future) {
    try {
      future.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true; // get says what it was
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true; // get says so
    }
  }

  private static <R> R get(Future<R> future) throws FacesException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FacesException problem) {
        throw problem;
      }
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw wrong;
      }
      throw new IllegalStateException("A photo could not be worked on.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FacesException.passing("The run was interrupted.", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "FacesJ photos");
    thread.setDaemon(true);
    return thread;
  }
}
