package io.github.facesj.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a file seems to be, by its first bytes. */
public final class FileContent {

  private static final int LOOK = 512;

  /** Beginnings in ISO-8859-1, the longer before those they begin with. */
  private static final List<Map.Entry<String, String>> SIGNATURES =
      List.of(
          Map.entry("\u00ff\u00d8\u00ff", "a JPEG picture"),
          Map.entry("\u0089PNG\r\n", "a PNG picture"),
          Map.entry("GIF8", "a GIF picture"),
          Map.entry("II*\0", "a TIFF picture"),
          Map.entry("MM\0*", "a TIFF picture"),
          Map.entry("II+\0", "a TIFF picture"),
          Map.entry("MM\0+", "a TIFF picture"),
          Map.entry("BM", "a BMP picture"),
          Map.entry("RIFF", "a WebP picture, a sound or a film"),
          Map.entry("SQLite format 3\0", "an archive or another SQLite database"),
          Map.entry("facesj-gallery,", "a gallery of FacesJ"),
          Map.entry("\u0093NUMPY", "a matrix of NumPy"),
          Map.entry("PK\u0003\u0004", "a ZIP file"),
          Map.entry("%PDF", "a PDF document"),
          Map.entry("\u007fELF", "a program"),
          Map.entry("<", "an XML or HTML file"),
          Map.entry("{", "a JSON file"));

  private FileContent() {}

  /**
   * For sentences, such as {@code a JPEG picture}.
   *
   * @throws IOException if the file cannot be read
   */
  public static String of(Path file) throws IOException {
    byte[] bytes;
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      bytes = head(channel, LOOK);
    }
    String start = new String(bytes, StandardCharsets.ISO_8859_1);
    return SIGNATURES.stream()
        .filter(s -> start.startsWith(s.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(isText(bytes) ? "a text or a table" : "a file of another kind");
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  /**
   * Up to so many bytes from where the channel stands.
   *
   * @throws IOException if they cannot be read
   */
  public static byte[] head(SeekableByteChannel channel, int length) throws IOException {
    long left = Math.max(0, channel.size() - channel.position());
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, left));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // until it is full or the file ends
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
