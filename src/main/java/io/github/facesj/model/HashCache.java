package io.github.facesj.model;

import io.github.facesj.io.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 of the files of a folder, remembered as long as size and time of change stay the same: in
 * memory, and in a small file in the folder where that can be written.
 */
final class HashCache {

  private static final String NAME = ".facesj-hashes";

  private record Entry(long size, long changed, String sha256) {}

  private final Path folder;
  private final Map<String, Entry> entries = new TreeMap<>();
  private boolean changed;

  HashCache(Path folder) {
    this.folder = folder;
    load();
  }

  synchronized String of(Path file) throws IOException {
    String key = folder.relativize(file).toString();
    long size = Files.size(file);
    long time = Files.getLastModifiedTime(file).toMillis();
    Entry known = entries.get(key);
    if (known != null && known.size == size && known.changed == time) {
      return known.sha256;
    }
    String sha256 = Hashes.of(file);
    entries.put(key, new Entry(size, time, sha256));
    changed = true;
    return sha256;
  }

  synchronized void forget() {
    entries.clear();
    changed = true;
  }

  /** An administrator may write everywhere; a folder without the right to write says no. */
  private boolean isMeantToBeWritten() {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    try {
      return Files.isWritable(folder)
          && (view == null
              || view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE));
    } catch (IOException e) {
      return false;
    }
  }

  private void load() {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split(" ", 4);
        if (parts.length == 4 && parts[0].matches("[0-9a-f]{64}")) {
          entries.put(
              parts[3], new Entry(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[0]));
        }
      }
    } catch (IOException | NumberFormatException e) {
      entries.clear(); // nothing is lost: the files are read again
    }
  }

  /** Writes what is new; where the folder cannot be written, the files are read again next time. */
  synchronized void save() {
    if (!changed || !isMeantToBeWritten()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    entries.forEach(
        (key, e) -> text.append("%s %d %d %s\n".formatted(e.sha256, e.size, e.changed, key)));
    try {
      Path fresh = Files.createTempFile(folder, NAME, Download.PART);
      try {
        Files.writeString(fresh, text);
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
      changed = false;
    } catch (IOException e) {
      changed = false; // nothing is lost: the files are read again next time
    }
  }
}
