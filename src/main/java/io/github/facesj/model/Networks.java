package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;

/** Opens ONNX files as networks. */
final class Networks {

  private Networks() {}

  /**
   * Opens a network on the CPU. Calls with large inputs take turns.
   *
   * @param file an ONNX file, already checked against its card
   * @param threads threads inside one call, at least 1; more than one spins badly on a busy machine
   * @throws FacesException if the file is no network that the engine can read, or wants to read
   *     files outside its folder
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public static Network open(Path file, int threads) throws FacesException {
    return open(file, "The network " + file.getFileName(), threads);
  }

  /**
   * As {@link #open(Path, int)}.
   *
   * @param name for sentences, such as {@code The model facesj-detector}
   */
  static Network open(Path file, String name, int threads) throws FacesException {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "The number of threads must be at least 1, but was " + threads + ".");
    }
    ExternalData.of(file); // before the engine sees it
    return new MemoryLimitedNetwork(new LeasedNetwork(opened(file, threads), name));
  }

  private static Network opened(Path file, int threads) throws FacesException {
    try {
      return DjlNetwork.open(file, threads);
    } catch (LinkageError | IllegalStateException e) {
      // Another plugin started ONNX Runtime first: DJL cannot share it, but we can.
      return other(file, threads);
    }
  }

  private static Network other(Path file, int threads) throws FacesException {
    try {
      return OrtNetwork.open(file, threads);
    } catch (LinkageError e) {
      throw EngineErrors.starting(e);
    }
  }
}
