package io.github.facesj.io;

import io.github.facesj.run.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is read only as long as the user does not wish to stop. */
public final class StoppableInput extends FilterInputStream {

  private final Progress progress;

  private StoppableInput(InputStream in, Progress progress) {
    super(in);
    this.progress = progress;
  }

  /**
   * Opens a file. Reading throws an {@link InterruptedIOException} once the user wishes to stop.
   *
   * @param progress asked before each read
   * @throws IOException if it cannot be opened, or is no regular file
   */
  public static StoppableInput of(Path file, Progress progress) throws IOException {
    InputFile.requireRegular(file);
    return new StoppableInput(Files.newInputStream(file), progress);
  }

  @Override
  public int read() throws IOException {
    requireGoing();
    return super.read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    requireGoing();
    return super.read(into, offset, length);
  }

  private void requireGoing() throws InterruptedIOException {
    if (progress.isCanceled()) {
      throw new InterruptedIOException("stopped");
    }
  }
}
