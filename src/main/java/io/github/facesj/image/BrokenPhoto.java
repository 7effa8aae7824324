package io.github.facesj.image;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.nio.file.Path;

/** What is said of a photo that its decoder could not read. */
final class BrokenPhoto {

  private BrokenPhoto() {}

  static FacesException sentence(Path file, PhotoFormat format, Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof InterruptedIOException) {
        return FacesException.passing("Reading %s was stopped.".formatted(file), cause);
      }
      if (t instanceof EOFException) {
        return new FacesException(
            "The %s file %s is cut short: its end is missing. Copy it again."
                .formatted(format, file),
            cause);
      }
      if (t instanceof DecodingLimitException) {
        return new FacesException(
            "The %s file %s is not read: %s. Save it anew as PNG, or as plain JPEG."
                .formatted(format, file, t.getMessage()),
            cause);
      }
    }
    return new FacesException(
        "The %s file %s is damaged or of a kind that cannot be read (%s). Copy it again, or save it anew as PNG."
            .formatted(format, file, Reason.of(cause)),
        cause);
  }
}
