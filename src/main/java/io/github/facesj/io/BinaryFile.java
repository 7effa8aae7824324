package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Path;

/** Bytes as a file that appears when it is complete. */
public final class BinaryFile {

  private BinaryFile() {}

  /**
   * Writes the file; an earlier one of that name is replaced, the folder is made.
   *
   * @throws FacesException if it cannot be written; then what was there before still is
   */
  public static void write(byte[] bytes, Path target) throws FacesException {
    try (AtomicFile file = AtomicFile.create(target)) {
      try {
        file.stream().write(bytes);
      } catch (IOException e) {
        throw AtomicFile.unwritable(target, e);
      }
      file.commit();
    }
  }
}
