package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Bytes that appear under their name all at once, for formats of other rooms. */
public final class WholeFile {

  /** Writes the bytes. */
  @FunctionalInterface
  public interface Content {
    /**
     * @throws IOException if the disk refuses
     */
    void write(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes a file; an earlier one of that name is replaced, the folder is made.
   *
   * @throws FacesException if it cannot be written; then what was there before still is
   */
  public static void write(Path target, Content content) throws FacesException {
    try (AtomicFile file = AtomicFile.create(target)) {
      try {
        content.write(file.stream());
      } catch (IOException e) {
        throw AtomicFile.unwritable(target, e);
      }
      file.commit();
    }
  }
}
