package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name when it is complete: text in UTF-8, or bytes. Until {@link
 * #commit()} it grows as a hidden file beside it, which {@link #close()} removes if the work was
 * not done.
 */
public final class AtomicFile implements AutoCloseable {

  private final Path target;
  private final Path growing;
  private final OutputStream stream;
  private final Writer writer;

  private AtomicFile(Path target, Path growing, OutputStream stream) {
    this.target = target;
    this.growing = growing;
    this.stream = stream;
    // With an encoder of its own it complains of half characters instead of writing "?".
    this.writer =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8.newEncoder()));
  }

  /** Opens the growing file; the folder is made if it does not exist. */
  public static AtomicFile create(Path target) throws FacesException {
    Path absolute = target.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      throw new FacesException(
          "The file %s cannot be written, because there is a folder of this name. Choose another name."
              .formatted(target));
    }
    try {
      Files.createDirectories(absolute.getParent());
      // Not a temporary file of the JDK: those may be read by their owner only, and stay so.
      Path growing =
          absolute.resolveSibling(
              "." + absolute.getFileName() + "." + Long.toString(System.nanoTime(), 36) + ".part");
      return new AtomicFile(
          absolute,
          growing,
          new BufferedOutputStream(
              Files.newOutputStream(
                  growing, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** For text. */
  public Writer writer() {
    return writer;
  }

  /** For bytes; a file takes either these or text. */
  public OutputStream stream() {
    return stream;
  }

  /** Puts the complete file in its place, over a file that may be there. */
  public void commit() throws FacesException {
    try {
      writer.close();
      try {
        Files.move(
            growing, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(growing, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Leaves no half file behind. */
  @Override
  public void close() throws FacesException {
    try {
      writer.close();
    } catch (IOException e) {
      throw unwritable(target, e);
    } finally {
      remove();
    }
  }

  private void remove() throws FacesException {
    try {
      Files.deleteIfExists(growing);
    } catch (IOException e) {
      throw FacesException.passing(
          "The unfinished file %s could not be removed. Delete it by hand.".formatted(growing), e);
    }
  }

  public static FacesException unwritable(Path target, IOException cause) {
    return FacesException.passing(
        "The file %s cannot be written (%s). Check that you may write there and that the disk is not full."
            .formatted(target, cause.getMessage()),
        cause);
  }
}
