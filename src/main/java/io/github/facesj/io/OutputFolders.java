package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folders that a run writes into, as they were when it came there first. Where a disk is taken
 * away, an empty folder of the same name is left, which is not written into. Windows leaves none,
 * and has no such key. May be used by several threads.
 */
final class OutputFolders {

  private final Map<Path, Object> keys = new ConcurrentHashMap<>();

  /**
   * Remembers the folder of a file that is going to be written, or the nearest one above it that is
   * there.
   *
   * @throws FacesException if it, or one above it, is another than before; that ends the run
   */
  void require(Path target) throws FacesException {
    Path there = null;
    for (Path folder = target.toAbsolutePath().getParent();
        folder != null;
        folder = folder.getParent()) {
      Object before = keys.get(folder);
      if (before == null && there != null) {
        continue;
      }
      Object now = key(folder);
      if (before != null && !before.equals(now)) {
        throw FacesException.endingTheRun(
            String.format(
                Locale.ROOT,
                "The folder %s is not the one that was there when the run began: its disk was taken"
                    + " away, or another folder was put in its place. Nothing more was written;"
                    + " bring the folder back and start again to go on.",
                PathText.of(folder)));
      }
      there = now == null ? there : folder;
      if (now != null) {
        keys.putIfAbsent(folder, now);
      }
    }
  }

  /** Null where there is no such folder, or the system has no keys. */
  private static Object key(Path folder) {
    try {
      return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null; // not there yet, or not any more
    }
  }
}
