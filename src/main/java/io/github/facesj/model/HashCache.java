package io.github.facesj.model;

import io.github.facesj.io.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * SHA-256 of the files of a folder, remembered as long as size and times of change stay the same:
 * in memory, and in a small file in the folder where that can be written. It serves to find and to
 * list files; one that is going to be run is read anew ({@link ModelFolder#findNow}).
 */
final class HashCache {

  private static final String NAME = ".facesj-hashes";

  /** A file that changed just now may change again within the same tick of its disk's clock. */
  private static final long YOUNG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** What tells whether a file is still the same; times in nanoseconds of the disk's clock. */
  private record Version(long size, long written, long changed) {

    static Version of(Path file) throws IOException {
      long written = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
      long changed = written;
      if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        // Unlike the time of writing it cannot be set back.
        changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).to(TimeUnit.NANOSECONDS);
      }
      return new Version(Files.size(file), written, changed);
    }

    boolean isYoung() {
      long now = FileTime.from(Instant.now()).to(TimeUnit.NANOSECONDS);
      return Math.max(written, changed) > now - YOUNG_NANOS;
    }
  }

  private record Entry(Version version, String sha256) {}

  private final Path folder;
  private final Map<String, Entry> entries = new TreeMap<>();
  private boolean changed;

  HashCache(Path folder) {
    this.folder = folder;
    load();
  }

  synchronized String of(Path file) throws IOException {
    String key = folder.relativize(file).toString();
    Version version = Version.of(file);
    Entry known = entries.get(key);
    if (known != null && known.version.equals(version)) {
      return known.sha256;
    }
    String sha256 = Hashes.of(file);
    if (!version.isYoung() && version.equals(Version.of(file))) {
      entries.put(key, new Entry(version, sha256));
      changed = true;
    }
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
        String[] parts = line.split(" ", 5);
        if (parts.length == 5 && parts[0].matches("[0-9a-f]{64}")) {
          Version version =
              new Version(
                  Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
          entries.put(parts[4], new Entry(version, parts[0]));
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
        (key, e) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%s %d %d %d %s\n",
                    e.sha256,
                    e.version.size,
                    e.version.written,
                    e.version.changed,
                    key)));
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
