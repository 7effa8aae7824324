package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Path;

/** A small file in UTF-8, written whole or not at all. */
public final class TextFile {

  private TextFile() {}

  /**
   * Writes a text; an earlier file of that name is replaced, the folder is made.
   *
   * @throws FacesException if the file cannot be written; then what was there before still is
   */
  public static void write(Path target, String text) throws FacesException {
    try (AtomicFile file = AtomicFile.create(target)) {
      try {
        file.writer().write(text);
      } catch (IOException e) {
        throw AtomicFile.unwritable(target, e);
      }
      file.commit();
    }
  }
}
