package io.github.facesj.mishap;

import io.github.facesj.archive.ArchiveDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at an archive as a kill left it, and leaves it like that. */
final class KilledArchive {

  private KilledArchive() {}

  /** All rows; none where the file was not begun. */
  static List<String> dump(Path archive) throws Exception {
    if (!Files.exists(archive) || Files.size(archive) == 0) {
      return List.of();
    }
    Path folder = Files.createTempDirectory("killed");
    try {
      Path copy = folder.resolve("copy.facesj");
      copy(archive, copy, "");
      // SQLite makes what is in these part of the file as soon as anybody opens it.
      copy(archive, copy, "-wal");
      copy(archive, copy, "-journal");
      return ArchiveDump.of(copy);
    } finally {
      Trees.remove(folder);
    }
  }

  private static void copy(Path archive, Path copy, String ending) throws IOException {
    Path from = archive.resolveSibling(archive.getFileName() + ending);
    if (Files.exists(from)) {
      Files.copy(from, copy.resolveSibling(copy.getFileName() + ending));
    }
  }
}
