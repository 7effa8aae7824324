package io.github.facesj.photo;

import io.github.facesj.photo.format.DecodingLimitException;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** What is said of a photo that its decoder could not read. */
final class BrokenPhoto {

  private BrokenPhoto() {}

  static FacesException sentence(Path file, String format, Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof InterruptedIOException) {
        return FacesException.passing(
            String.format(Locale.ROOT, "Reading %s was stopped.", file), cause);
      }
      if (t instanceof EOFException) {
        return new FacesException(
            String.format(
                Locale.ROOT,
                "The %s file %s is cut short: its end is missing. Copy it again.",
                format,
                file),
            cause);
      }
      if (t instanceof DecodingLimitException) {
        return new FacesException(
            String.format(
                Locale.ROOT,
                "The %s file %s is not read: %s. Save it anew as PNG, or as plain JPEG.",
                format,
                file,
                t.getMessage()),
            cause);
      }
    }
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The %s file %s is damaged or of a kind that cannot be read (%s). Copy it again, or"
                + " save it anew as PNG.",
            format,
            file,
            Reason.of(cause)),
        cause);
  }
}
