package io.github.facesj.photo.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * The chain of directories in a TIFF or BigTIFF, one for each page, followed without reading pixels
 * (TIFF 6.0, section 2): whether all that the pixels need lies in the file, and the chain has an
 * end.
 */
final class TiffDirectories {

  /** Most pages: a day of film. */
  private static final int MOST_PAGES = 1_000_000;

  private static final int BIG = 43;

  /** Tags without which there is no picture: sizes, samples, strips, tiles, colours, tables. */
  private static final Set<Integer> NEEDED =
      Set.of(
          256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 292, 317, 320, 322, 323, 324, 325,
          338, 339, 347, 512, 513, 514, 519, 520, 521, 529, 530, 532);

  /** Bytes of one value, by the number of its type; 0 for a number without a type. */
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  private final PhotoStream in;
  private final ByteOrder order;
  private final boolean big;

  private TiffDirectories(PhotoStream in) throws IOException {
    this.in = in;
    byte[] head = in.bytes(0, 4);
    this.order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    this.big = ByteBuffer.wrap(head).order(order).getShort(2) == BIG;
  }

  /**
   * @throws EOFException if something needed lies behind the end of the file
   * @throws IOException if the pages form a circle, or the file cannot be read
   */
  static void require(PhotoStream in) throws IOException {
    TiffDirectories all = new TiffDirectories(in);
    Set<Long> seen = new HashSet<>();
    long next = all.big ? all.number(8, 8) : all.number(4, 4);
    do {
      if (!seen.add(next) || seen.size() > MOST_PAGES) {
        throw new DecodingLimitException("its pages have no end");
      }
      next = all.directory(next);
    } while (next != 0);
  }

  /** Looks at one directory, and tells where the next one is. */
  private long directory(long start) throws IOException {
    int head = big ? 8 : 2;
    int entry = big ? 20 : 12;
    long count = number(start, head);
    if (count > 0xffff) {
      throw new IOException("a page has more than 65535 notes");
    }
    ByteBuffer entries = buffer(start + head, (int) count * entry);
    for (int at = 0; at < entries.capacity(); at += entry) {
      if (NEEDED.contains(entries.getShort(at) & 0xffff)) {
        value(entries, at);
      }
    }
    return number(start + head + count * entry, big ? 8 : 4);
  }

  private void value(ByteBuffer entries, int at) throws IOException {
    int type = entries.getShort(at + 2) & 0xffff;
    long count = big ? entries.getLong(at + 4) : entries.getInt(at + 4) & 0xffffffffL;
    int inside = big ? 8 : 4;
    int size = type < SIZES.length ? SIZES[type] : 0;
    if (size == 0 || (count >= 0 && count * size <= inside)) {
      return;
    }
    long place = big ? entries.getLong(at + 12) : entries.getInt(at + 8) & 0xffffffffL;
    if (count < 0 || count > in.length() || place < 0 || place + count * size > in.length()) {
      throw new EOFException();
    }
  }

  private long number(long place, int bytes) throws IOException {
    ByteBuffer buffer = buffer(place, bytes);
    return switch (bytes) {
      case 2 -> buffer.getShort() & 0xffffL;
      case 4 -> buffer.getInt() & 0xffffffffL;
      default -> buffer.getLong();
    };
  }

  private ByteBuffer buffer(long place, int bytes) throws IOException {
    return ByteBuffer.wrap(in.bytes(place, bytes)).order(order);
  }
}
