package io.github.facesj.model;

import io.github.facesj.run.FacesException;

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
   * @throws FacesException if the engine refuses, with its reason
   */
  Outputs run(Tensor... inputs) throws FacesException;

  /** Frees the network; calls after that fail. */
  @Override
  void close();
}
