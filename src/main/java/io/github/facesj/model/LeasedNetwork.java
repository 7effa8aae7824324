package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.SharedResource;
import java.time.Duration;

/**
 * A network that may be closed while others run it: each call is a lease, and the native memory is
 * freed when the last running call has ended. Calls after that, and calls of threads that were
 * asked to stop, are refused; both are passing trouble, which says nothing of the picture.
 */
final class LeasedNetwork implements Network {

  private final SharedResource<Network, RuntimeException> network;
  private final String name;

  /**
   * @param network freed by this one
   * @param name for sentences, such as {@code The model facesj-detector}
   */
  LeasedNetwork(Network network, String name) {
    this.network =
        new SharedResource<>(
            network,
            Network::close,
            name
                + " was closed while it was at work, because ImageJ is quitting or the model was"
                + " removed. What was done before is kept; start again to go on.");
    this.name = name;
  }

  @Override
  public Outputs run(Tensor... inputs) throws FacesException {
    if (Thread.currentThread().isInterrupted()) {
      throw FacesException.endingTheRun(name + " was not run, because the work was stopped.");
    }
    return network.use(n -> RunningCalls.ALL.run(() -> n.run(inputs)));
  }

  @Override
  public void close() {
    network.close();
  }

  @Override
  public boolean awaitFreed(Duration atMost) {
    return network.awaitFreed(atMost);
  }
}
