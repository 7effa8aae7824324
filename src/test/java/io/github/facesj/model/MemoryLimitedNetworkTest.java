package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryLimitedNetworkTest {

  private static final Tensor LARGE = Tensor.zeros("image", 1, 3, 4096, 4096);
  private static final Tensor LARGER = Tensor.zeros("image", 1, 3, 4096, 4128);
  private static final Tensor SMALL = Tensor.zeros("image", 1, 3, 64, 64);

  @Test
  void largeInputsAreWorkedOnOneAfterTheOther() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Network network =
        new MemoryLimitedNetwork(
            fake(
                () -> {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  Thread.sleep(5);
                  inside.decrementAndGet();
                  return null;
                }));
    together(List.of(LARGE, LARGER, LARGE, SMALL, LARGER, LARGE), network);
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void smallInputsDoNotWait() throws Exception {
    CyclicBarrier allFourInside = new CyclicBarrier(4);
    Network network =
        new MemoryLimitedNetwork(fake(() -> allFourInside.await(30, TimeUnit.SECONDS)));
    together(List.of(SMALL, SMALL, SMALL, SMALL), network);
    assertThat(allFourInside.isBroken()).isFalse();
  }

  @Test
  void afterFailureTheNextHasItsTurn() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Network network =
        new MemoryLimitedNetwork(
            fake(
                () -> {
                  if (calls.incrementAndGet() == 1) {
                    throw new FacesException("The network failed.");
                  }
                  return null;
                }));
    assertThatThrownBy(() -> network.run(LARGE)).isInstanceOf(FacesException.class);
    network.run(LARGE);
    assertThat(calls.get()).isEqualTo(2);
  }

  private static void together(List<Tensor> inputs, Network network) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(inputs.size());
    try {
      List<Callable<Outputs>> calls =
          inputs.stream().map(t -> (Callable<Outputs>) () -> network.run(t)).toList();
      for (Future<Outputs> call : threads.invokeAll(calls)) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** A network that does something and answers nothing. */
  private static Network fake(Callable<?> work) {
    return new Network() {

      @Override
      public Outputs run(Tensor... inputs) throws FacesException {
        try {
          work.call();
        } catch (FacesException e) {
          throw e;
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
        return new Outputs(Map.of(), Map.of());
      }

      @Override
      public void close() {}
    };
  }
}
