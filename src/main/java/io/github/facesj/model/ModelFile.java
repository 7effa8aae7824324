package io.github.facesj.model;

import io.github.facesj.api.PublicApi;
import io.github.facesj.io.Hashes;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * One file of a model, known by its content: wherever a file of this SHA-256 lies, it is this one.
 *
 * @param name plain file name, such as {@code pnet.onnx}
 * @param source a https address, or the same plain name where the file has no public address
 * @param size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 */
@PublicApi
public record ModelFile(String name, String source, long size, String sha256) {

  public ModelFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    if (size <= 0 || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The file %s needs a size and a SHA-256 of 64 hexadecimal digits, but got %d and"
                  + " \"%s\".",
              name,
              size,
              sha256));
    }
  }

  /** Whether the file can be downloaded. */
  public boolean isPublic() {
    return source.startsWith("https://");
  }

  /**
   * A file as it is, for a card that does not say.
   *
   * @throws FacesException if it is not there, is empty or cannot be read
   */
  static ModelFile describe(Path file) throws FacesException {
    String name = file.getFileName().toString();
    try {
      if (!Files.isRegularFile(file) || Files.size(file) == 0) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The file %s, which the card beside it names, is not there or is empty.",
                file));
      }
      return new ModelFile(name, name, Files.size(file), Hashes.of(file));
    } catch (IOException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "The file %s cannot be read: %s.", file, Reason.of(e)), e);
    }
  }
}
