package io.github.facesj.fuzz;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One parser.
 *
 * @param name what it reads
 * @param picture whether that is a picture; of those more mutants are made
 * @param seeds good files
 * @param file the name a file is given, because some readers look at it
 * @param beside other files that lie in the folder
 * @param reader reads a file
 */
record FuzzTarget(
    String name,
    boolean picture,
    List<byte[]> seeds,
    String file,
    Map<String, byte[]> beside,
    Reader reader) {

  /** Reads a file that may be broken. */
  @FunctionalInterface
  interface Reader {
    /**
     * @throws FacesException with a sentence
     */
    Read read(Path file) throws FacesException;
  }

  /**
   * What was read.
   *
   * @param faces or pictures
   * @param problems sentences about what was left out
   */
  record Read(long faces, List<Problem> problems) {
    static Read of(long faces) {
      return new Read(faces, List.of());
    }
  }

  static FuzzTarget of(String name, List<byte[]> seeds, String file, Reader reader) {
    return new FuzzTarget(name, false, seeds, file, Map.of(), reader);
  }
}
