package io.github.facesj.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ResourceBudgetTest {

  /** More than there is room for is asked for, from several threads: all come to their turn. */
  @Test
  void workWaitsUntilThereIsRoom() throws Exception {
    long bytes = 100L << 20;
    ResourceBudget room = new ResourceBudget(bytes);
    AtomicLong taken = new AtomicLong();
    AtomicLong most = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        long need = (i % 8 + 1) * (17L << 20);
        int number = i;
        all.add(
            threads.submit(
                () ->
                    room.with(
                        need,
                        () -> {
                          long held = Math.min(bytes, need);
                          most.accumulateAndGet(taken.addAndGet(held), Math::max);
                          taken.addAndGet(-held);
                          return number;
                        })));
      }
      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i).get()).isEqualTo(i);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most.get()).isLessThanOrEqualTo(bytes);
  }
}
