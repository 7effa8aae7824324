package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What FacesJ wrote in a folder of files that have no place for a mark: their SHA-256 and names,
 * one line each, in a hidden text file that only grows. A line cut short by a crash counts for
 * nothing; whoever deletes the file only makes FacesJ refuse to replace what lies there.
 */
final class WrittenFiles {

  /** The hidden file. */
  static final String NAME = ".facesj-files";

  private static final String HEAD =
      "# Files that FacesJ wrote here, with their SHA-256: it replaces no others.\n";

  private final Path file;
  private final Set<String> lines = new HashSet<>();

  private WrittenFiles(Path file) {
    this.file = file;
  }

  /**
   * @throws FacesException if there is something else of this name
   */
  static WrittenFiles in(Path folder) throws FacesException {
    WrittenFiles written = new WrittenFiles(folder.resolve(NAME));
    if (Files.exists(written.file, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isRegularFile(written.file, LinkOption.NOFOLLOW_LINKS)) {
        throw written.strange();
      }
      String text = InputFile.text("The list", written.file, InputFile.COLLECTION);
      if (!text.startsWith(HEAD) && !HEAD.startsWith(text)) {
        throw written.strange();
      }
      text.lines().forEach(written.lines::add);
    }
    return written;
  }

  private FacesException strange() {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "FacesJ notes in %s what it wrote, but there is something else of this name. Delete it,"
                + " or choose another folder.",
            file));
  }

  /** Whether a file is still as it was written here. */
  boolean isUnchanged(Path written) throws IOException {
    return lines.contains(line(written.getFileName(), Hashes.of(written)));
  }

  /** Notes a file before it gets its name, so that there is none without a note. */
  void add(Path name, String sha256) throws IOException {
    String line = line(name, sha256);
    if (!lines.add(line)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            LinkOption.NOFOLLOW_LINKS)) {
      // In one call, so that lines of several programs do not mix; first a line end, because the
      // last line may have been cut short.
      String text = (channel.size() == 0 ? HEAD : "\n") + line + "\n";
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static String line(Path name, String sha256) {
    String path = name.getFileName().toUri().getRawPath();
    String encoded = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return sha256 + " " + encoded.substring(encoded.lastIndexOf('/') + 1);
  }
}
