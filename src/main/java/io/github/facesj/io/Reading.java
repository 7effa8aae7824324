package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a file of others: one that asks for more than the machine has is a sentence, no error. */
@FunctionalInterface
public interface Reading<T> {

  /**
   * @throws FacesException with a sentence
   */
  T read() throws FacesException;

  /**
   * Reads a file whose parts may each be harmless, and together too much.
   *
   * @param what the file, as within a sentence, such as {@code the landmark file}
   * @throws FacesException as the reading; also where memory or the depth of calls does not suffice
   */
  static <T> T guarded(String what, Path file, Reading<T> reading) throws FacesException {
    try {
      return reading.read();
    } catch (OutOfMemoryError e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "There is not enough memory to read %s %s. Divide it, or give Java more memory (in"
                  + " Fiji: Edit > Options > Memory & Threads).",
              what,
              file),
          e);
    } catch (StackOverflowError e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "What is in %s %s is nested too deeply to be read. Check that it is the right file.",
              what,
              file),
          e);
    }
  }
}
