package io.github.facesj.table;

import io.github.facesj.io.FileContent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which encoding a table stands: UTF-8, with a byte order mark or without, or UTF-16, as Excel
 * writes its "Unicode Text". Other encodings cannot be told apart and are refused.
 */
final class CsvEncoding {

  /** Enough to see whether every second byte is zero, as in UTF-16 without a mark. */
  private static final int LOOK = 64;

  private CsvEncoding() {}

  /**
   * The text of a file without its byte order mark.
   *
   * @throws IOException if the file cannot be read; its reader throws where a byte is no text
   */
  static Reader open(Path file) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      byte[] head = FileContent.head(channel, LOOK);
      channel.position(mark(head));
      return new BufferedReader(Channels.newReader(channel, of(head).newDecoder(), -1));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static int mark(byte[] head) {
    if (begins(head, 0xef, 0xbb, 0xbf)) {
      return 3;
    }
    return begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff) ? 2 : 0;
  }

  private static Charset of(byte[] head) {
    if (begins(head, 0xff, 0xfe) || zeros(head, 1)) {
      return StandardCharsets.UTF_16LE;
    }
    return begins(head, 0xfe, 0xff) || zeros(head, 0)
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }

  private static boolean begins(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i == head.length || (head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Headings are ASCII at their beginning: in UTF-16 every second byte is zero. */
  private static boolean zeros(byte[] head, int from) {
    for (int i = 0; i < 4; i++) {
      if (i >= head.length || (head[i] == 0) != (i % 2 == from)) {
        return false;
      }
    }
    return true;
  }
}
