package io.github.facesj.fiji.parameter;

import io.github.facesj.io.PathText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Paths as macros and dialogs write them. */
public final class Paths {

  private Paths() {}

  /**
   * A folder that is there.
   *
   * @param what the parameter, to begin a sentence with
   * @throws IllegalArgumentException if it is not named, or no folder
   */
  public static Path folder(String what, String text) {
    Path path = file(what, text);
    if (!Files.isDirectory(path)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s %s is not a folder.", what, path));
    }
    return path;
  }

  /**
   * A path that may or may not be there yet.
   *
   * @throws IllegalArgumentException if it is not named, or no path on this system
   */
  public static Path file(String what, String text) {
    return optional(text)
        .orElseThrow(() -> new IllegalArgumentException(what + " is not named; say which."));
  }

  /**
   * A path, or empty where the text is.
   *
   * @throws IllegalArgumentException if it is no path on this system
   */
  public static Optional<Path> optional(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(PathText.of(text.strip()));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "\"%s\" cannot be a path on this system: %s.", text, e.getReason()),
          e);
    }
  }
}
