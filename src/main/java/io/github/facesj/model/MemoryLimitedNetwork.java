package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * A network whose calls with large inputs wait for each other, so that the memory it needs at its
 * fullest does not grow with the number of threads. Calls with small inputs do not wait.
 */
final class MemoryLimitedNetwork implements Network {

  /**
   * Numbers of input that may be worked on at the same time: a colour picture of 16 million pixels,
   * for which FacesJ's detector needs about 2 GB (docs/BENCHMARKS.md).
   */
  static final int ROOM = 3 << 24;

  private final Network network;
  private final Semaphore room = new Semaphore(ROOM, true);

  MemoryLimitedNetwork(Network network) {
    this.network = network;
  }

  @Override
  public Outputs run(Tensor... inputs) throws FacesException {
    long numbers = 0;
    for (Tensor t : inputs) {
      numbers += t.data().capacity();
    }
    int needed = (int) Math.min(numbers, ROOM);
    try {
      room.acquire(needed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FacesException.passing("The work was stopped while it waited for memory.", e);
    }
    try {
      return network.run(inputs);
    } finally {
      room.release(needed);
    }
  }

  @Override
  public boolean awaitFreed(Duration atMost) {
    return network.awaitFreed(atMost);
  }

  @Override
  public void close() {
    network.close();
  }
}
