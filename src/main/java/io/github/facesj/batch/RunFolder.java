package io.github.facesj.batch;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;

/**
 * The folder whose photos a run works on, as it was at the beginning.
 *
 * @param key tells it from another of the same name: where a disk was, an empty folder is left when
 *     it is taken away; Windows, which leaves none, has no such key
 */
record RunFolder(Path path, Optional<Object> key) {

  static RunFolder of(Path path) {
    return new RunFolder(path, key(path));
  }

  private static Optional<Object> key(Path path) {
    try {
      return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
      return Optional.empty(); // as good as gone
    }
  }

  /**
   * @throws FacesException if it was taken away, which ends the run
   */
  void require() throws FacesException {
    if (!Files.isDirectory(path) || !key.equals(key(path))) {
      throw FacesException.endingTheRun(
          String.format(
              Locale.ROOT,
              "The folder %s is not there any more. What was done before is kept; bring the folder"
                  + " back and start again to go on.",
              path));
    }
  }
}
