package io.github.facesj.archive;

import io.github.facesj.io.PathText;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A photo file that was looked at.
 *
 * @param id stays the same for ever, also when the file moves
 * @param path absolute, with {@code /} on every system
 * @param size bytes
 * @param modified milliseconds since 1970
 * @param sha256 of the content, in lower-case hexadecimal; empty where it could not be read
 * @param taken EXIF date and time, ISO 8601 without zone
 * @param pages 1 for anything but a stack
 * @param problem why it, or a page of it, could not be read, in a sentence
 */
public record ArchivedPhoto(
    long id,
    String path,
    long size,
    long modified,
    String sha256,
    Optional<String> taken,
    int pages,
    Optional<String> problem) {

  /** How a file's path is written in an archive: absolute, with {@code /} on every system. */
  public static String pathOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return PathText.of(absolute).replace(absolute.getFileSystem().getSeparator(), "/");
  }

  /**
   * The same photo in another place.
   *
   * @param otherPath absolute, with {@code /}
   * @param otherModified milliseconds since 1970
   */
  public ArchivedPhoto movedTo(String otherPath, long otherModified) {
    return new ArchivedPhoto(id, otherPath, size, otherModified, sha256, taken, pages, problem);
  }
}
