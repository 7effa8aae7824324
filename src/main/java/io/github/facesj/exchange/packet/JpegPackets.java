package io.github.facesj.exchange.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * XMP in JPEG: the segment APP1 with Adobe's address, and what did not fit into it, in as many
 * segments as it takes, each with the place where its part belongs (Adobe, "XMP Specification Part
 * 3", 1.1.3).
 */
final class JpegPackets {

  static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] EXTENSION =
      "http://ns.adobe.com/xmp/extension/\0".getBytes(StandardCharsets.US_ASCII);

  /** A check sum in letters, by which the parts are known. */
  private static final int GUID = 32;

  private static final int APP1 = 0xe1;
  private static final int SCAN = 0xda;
  private static final int END = 0xd9;

  /** Cameras write some 20 segments, panoramas some hundreds. */
  private static final int MOST_SEGMENTS = 10_000;

  private final PhotoBytes file;
  private final List<byte[]> packets = new ArrayList<>();
  private final Map<String, SortedMap<Long, byte[]>> extensions = new LinkedHashMap<>();
  private long extended;

  private JpegPackets(PhotoBytes file) {
    this.file = file;
  }

  static List<byte[]> of(PhotoBytes file) throws IOException {
    JpegPackets jpeg = new JpegPackets(file);
    jpeg.walk();
    jpeg.extensions.values().forEach(jpeg::join);
    return jpeg.packets;
  }

  private void walk() throws IOException {
    long at = 2;
    for (int i = 0; i < MOST_SEGMENTS && file.has(at, 4); i++) {
      ByteBuffer head = file.at(at, 4, ByteOrder.BIG_ENDIAN);
      int mark = head.get() & 0xff;
      int marker = head.get() & 0xff;
      int length = head.getShort() & 0xffff;
      if (marker == 0xff) {
        at++; // filling
        continue;
      }
      if (mark != 0xff
          || marker == SCAN
          || marker == END
          || length < 2
          || !file.has(at + 2, length)) {
        return; // the picture, or damage: what comes next is not looked at
      }
      if (marker == APP1) {
        segment(file.at(at + 4, length - 2));
      }
      at += 2 + length;
    }
  }

  private void segment(byte[] content) throws IOException {
    if (begins(content, XMP)) {
      packets.add(Arrays.copyOfRange(content, XMP.length, content.length));
    } else if (begins(content, EXTENSION) && content.length > EXTENSION.length + GUID + 8) {
      ByteBuffer part = ByteBuffer.wrap(content);
      byte[] guid = new byte[GUID];
      part.position(EXTENSION.length);
      part.get(guid);
      part.getInt(); // length of the whole
      long offset = part.getInt() & 0xffffffffL;
      extended += part.remaining();
      EmbeddedXmp.length(extended);
      extensions
          .computeIfAbsent(new String(guid, StandardCharsets.ISO_8859_1), g -> new TreeMap<>())
          .putIfAbsent(offset, Arrays.copyOfRange(content, part.position(), content.length));
    }
  }

  /** Parts that follow each other without a gap; a packet with one is no XML, which is told. */
  private void join(SortedMap<Long, byte[]> parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    parts.values().forEach(whole::writeBytes);
    packets.add(whole.toByteArray());
  }

  private static boolean begins(byte[] content, byte[] start) {
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }
}
