package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Independent pieces of work, shared out among the processors as each gets free. */
final class ParallelFor {

  private ParallelFor() {}

  /**
   * Does pieces in about the order of their numbers.
   *
   * @param pieces how many
   * @param what for a person to read
   * @param progress is told after each piece, and may stop the work between two
   * @param piece does the piece of a number; called from several threads
   */
  static void share(int pieces, String what, Progress progress, IntConsumer piece) {
    int threads = Math.min(pieces, Runtime.getRuntime().availableProcessors());
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, threads)
        .parallel()
        .forEach(
            thread -> {
              for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                if (progress.isCanceled()) {
                  return;
                }
                piece.accept(i);
                progress.at(done.incrementAndGet(), pieces, what);
              }
            });
  }
}
