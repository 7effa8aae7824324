package io.github.facesj.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of its own in the system's temporary one, in which nobody but the user may look, for
 * what a program makes on the way; it goes with all in it.
 */
public final class ScratchFolder implements AutoCloseable {

  private final Path folder;

  private ScratchFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A fresh one.
   *
   * @throws IOException if it cannot be made
   */
  public static ScratchFolder make() throws IOException {
    // Java makes it for its owner only, where the system knows owners.
    return new ScratchFolder(Files.createTempDirectory("facesj-").toAbsolutePath());
  }

  /** Where a file of this name is or would be. */
  public Path at(String name) {
    return folder.resolve(name);
  }

  /**
   * Copies a file into it.
   *
   * @param name of the copy
   * @throws IOException if it cannot be read or written
   */
  public Path copy(Path file, String name) throws IOException {
    return Files.copy(file, at(name));
  }

  /**
   * Bytes of all files in it.
   *
   * @throws IOException if it cannot be read
   */
  public long bytes() throws IOException {
    long bytes = 0;
    for (Path file : all()) {
      try {
        bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
      } catch (NoSuchFileException e) {
        // The program just removed it.
      }
    }
    return bytes;
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }

  @Override
  public void close() throws IOException {
    for (Path each : all()) {
      Files.deleteIfExists(each);
    }
  }
}
