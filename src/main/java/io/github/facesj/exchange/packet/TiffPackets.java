package io.github.facesj.exchange.packet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * XMP in TIFF: tag 700 of the first directory (Adobe, "XMP Specification Part 3", 1.1.7), also in
 * BigTIFF.
 */
final class TiffPackets {

  private static final int XMP = 700;
  private static final int BIG = 43;

  private TiffPackets() {}

  static List<byte[]> of(PhotoBytes file) throws IOException {
    ByteOrder order = file.at(0, 1)[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    boolean big = file.at(2, 2, order).getShort() == BIG;
    long directory =
        big ? file.at(8, 8, order).getLong() : file.at(4, 4, order).getInt() & 0xffffffffL;
    int width = big ? 8 : 4;
    int entry = big ? 20 : 12;
    int head = big ? 8 : 2;
    if (!file.has(directory, head)) {
      return List.of();
    }
    ByteBuffer counter = file.at(directory, head, order);
    long entries = big ? counter.getLong() : counter.getShort() & 0xffff;
    for (long i = 0; i < Math.min(entries, 0xffff); i++) {
      long at = directory + head + i * entry;
      if (!file.has(at, entry)) {
        return List.of();
      }
      ByteBuffer field = file.at(at, entry, order);
      if ((field.getShort() & 0xffff) == XMP) {
        field.getShort(); // of bytes, whatever it says
        long length = number(field, big);
        long place = length <= width ? at + entry - width : number(field, big);
        return List.of(file.at(place, EmbeddedXmp.length(length)));
      }
    }
    return List.of();
  }

  private static long number(ByteBuffer field, boolean big) {
    return big ? field.getLong() : field.getInt() & 0xffffffffL;
  }
}
