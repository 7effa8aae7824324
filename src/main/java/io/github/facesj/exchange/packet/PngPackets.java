package io.github.facesj.exchange.packet;

import io.github.facesj.io.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.InflaterInputStream;

/**
 * XMP in PNG: a chunk {@code iTXt} with a keyword of its own (Adobe, "XMP Specification Part 3",
 * 1.1.5; PNG specification, 11.3.3.4).
 */
final class PngPackets {

  private static final int SIGNATURE = 8;

  /** Length, kind and check sum of a chunk. */
  private static final int FRAME = 12;

  private static final byte[] KEYWORD = "XML:com.adobe.xmp\0".getBytes(StandardCharsets.ISO_8859_1);

  private PngPackets() {}

  static List<byte[]> of(PhotoBytes file) throws IOException {
    List<byte[]> packets = new ArrayList<>();
    long at = SIGNATURE;
    while (file.has(at, FRAME)) {
      ByteBuffer head = file.at(at, 8, ByteOrder.BIG_ENDIAN);
      long length = head.getInt() & 0xffffffffL;
      String kind = StandardCharsets.ISO_8859_1.decode(head).toString();
      if (kind.equals("iTXt") && length > KEYWORD.length + 4) {
        add(packets, file, at + 8, length);
      }
      at += length + FRAME;
    }
    return packets;
  }

  private static void add(List<byte[]> packets, PhotoBytes file, long from, long length)
      throws IOException {
    if (!Arrays.equals(file.at(from, KEYWORD.length), KEYWORD)) {
      return;
    }
    byte[] chunk = file.at(from, EmbeddedXmp.length(length));
    boolean compressed = chunk[KEYWORD.length] != 0;
    int text = after(chunk, after(chunk, KEYWORD.length + 2)); // behind language and translation
    byte[] packet = Arrays.copyOfRange(chunk, text, chunk.length);
    packets.add(compressed ? inflated(packet) : packet);
  }

  /** The place behind the next zero. */
  private static int after(byte[] chunk, int from) {
    int at = from;
    while (at < chunk.length && chunk[at] != 0) {
      at++;
    }
    return Math.min(at + 1, chunk.length);
  }

  private static byte[] inflated(byte[] packet) throws IOException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packet))) {
      byte[] whole = in.readNBytes((int) InputFile.ONE_PHOTO + 1);
      EmbeddedXmp.length(whole.length);
      return whole;
    }
  }
}
