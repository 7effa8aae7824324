package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.time.Duration;

/**
 * A trained network: tensors in, tensors out. Safe for several threads; native memory is freed by
 * {@link #close()}.
 */
public interface Network extends AutoCloseable {

  /**
   * Runs the network once.
   *
   * @param inputs by name; their buffers are only read
   * @return every output, copied out of native memory
   * @throws FacesException if the engine refuses; {@link FacesException#isPassing() passing} if
   *     there was not enough memory, the network was closed, or the thread was interrupted
   */
  Outputs run(Tensor... inputs) throws FacesException;

  /**
   * Ends the use of the network. Returns at once: calls that run go on to their end, the last of
   * them frees the native memory, and later calls are refused.
   */
  @Override
  void close();

  /**
   * Waits until the native memory of a closed network is freed.
   *
   * @return false if a call ran longer than that
   */
  default boolean awaitFreed(Duration atMost) {
    return true;
  }
}
