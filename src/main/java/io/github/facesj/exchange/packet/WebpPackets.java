package io.github.facesj.exchange.packet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** XMP in WebP: a chunk of its own (WebP Container Specification). */
final class WebpPackets {

  private static final int FIRST = 12;
  private static final int HEAD = 8;

  private WebpPackets() {}

  static List<byte[]> of(PhotoBytes file) throws IOException {
    List<byte[]> packets = new ArrayList<>();
    long at = FIRST;
    while (file.has(at, HEAD)) {
      ByteBuffer head = file.at(at, HEAD, ByteOrder.LITTLE_ENDIAN);
      byte[] kind = new byte[4];
      head.get(kind);
      long length = head.getInt() & 0xffffffffL;
      if (new String(kind, StandardCharsets.ISO_8859_1).equals("XMP ")) {
        packets.add(file.at(at + HEAD, EmbeddedXmp.length(length)));
      }
      at += HEAD + length + (length & 1);
    }
    return packets;
  }
}
