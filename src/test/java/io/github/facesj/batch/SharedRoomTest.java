package io.github.facesj.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.photo.PhotoMemory;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two runs at the same time have the memory of one: photos of both wait for each other. */
class SharedRoomTest {

  @Test
  void photosOfTwoRunsAreNotTogetherLargerThanTheMemory() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> done = new ArrayList<>();
    ExecutorService runs = Executors.newFixedThreadPool(2);
    try {
      List<Future<Boolean>> both = new ArrayList<>();
      for (int run = 0; run < 2; run++) {
        both.add(
            runs.submit(
                () ->
                    new PhotoBatch<>(() -> "tool", 2)
                        .each(
                            IntStream.range(0, 10).iterator(),
                            photo -> PhotoMemory.room() * 2 / 3,
                            (String tool, Integer photo, Progress stop) -> {
                              most.accumulateAndGet(now.incrementAndGet(), Math::max);
                              Thread.yield();
                              now.decrementAndGet();
                              return photo;
                            },
                            (Integer photo, WorkResult<Integer> result) -> {
                              synchronized (done) {
                                done.add(result.value().orElseThrow());
                              }
                            },
                            Progress.SILENT)));
      }
      for (Future<Boolean> run : both) {
        assertThat(run.get()).isTrue();
      }
    } finally {
      runs.shutdownNow();
    }
    assertThat(done).hasSize(20);
    assertThat(most.get()).isEqualTo(1);
  }
}
