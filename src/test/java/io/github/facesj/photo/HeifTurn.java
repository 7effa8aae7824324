package io.github.facesj.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Turns a picture of a HEIF file with one item in the way of ISO 23008-12: a property {@code irot}
 * behind the others, and the item's association with it. For files as heif-enc writes them.
 */
final class HeifTurn {

  private HeifTurn() {}

  /** The file with a turn that means the same as an EXIF orientation of 3, 6 or 8. */
  static byte[] in(byte[] file, int orientation) {
    int quarters = orientation == 3 ? 2 : orientation == 6 ? 3 : 1; // anti-clockwise
    byte[] irot = {0, 0, 0, 9, 'i', 'r', 'o', 't', (byte) quarters};
    int ipco = at(file, "ipco");
    int end = ipco + ByteBuffer.wrap(file).getInt(ipco);
    int count = 0;
    for (int p = ipco + 8; p < end; p += ByteBuffer.wrap(file).getInt(p)) {
      count++;
    }
    int ipma = at(file, "ipma");
    // version and flags, number of items, item, number of properties, properties of one byte each
    int properties = ipma + 8 + 4 + 4 + 2;
    int last = properties + 1 + file[properties];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, end);
    out.writeBytes(irot);
    out.write(file, end, last - end);
    out.write(0x80 | count + 1);
    out.write(file, last, file.length - last);
    byte[] made = out.toByteArray();
    made[properties + irot.length]++;
    int more = irot.length + 1;
    grow(made, at(made, "meta"), more);
    grow(made, at(made, "iprp"), more);
    grow(made, at(made, "ipco"), irot.length);
    grow(made, at(made, "ipma"), 1);
    move(made, more);
    return made;
  }

  private static int at(byte[] file, String box) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(box) - 4;
  }

  private static void grow(byte[] file, int box, int more) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    bytes.putInt(box, bytes.getInt(box) + more);
  }

  /** All that lies behind has moved: the extents of iloc, of version 0 or 1 with 4-byte offsets. */
  private static void move(byte[] file, int more) {
    int iloc = at(file, "iloc");
    ByteBuffer b = ByteBuffer.wrap(file);
    int version = b.get(iloc + 8);
    int sizes = b.get(iloc + 12) & 0xff;
    int base = (b.get(iloc + 13) & 0xf0) >> 4;
    int index = version == 0 ? 0 : b.get(iloc + 13) & 15;
    if (sizes != 0x44 || base != 0 && base != 4 || index != 0 || version > 1) {
      throw new IllegalArgumentException("another iloc: " + Arrays.toString(file));
    }
    int at = iloc + 16;
    for (int item = b.getShort(iloc + 14); item > 0; item--) {
      at += 2 + (version == 1 ? 2 : 0) + 2;
      boolean based = base == 4 && b.getInt(at) != 0;
      if (based) {
        b.putInt(at, b.getInt(at) + more);
      }
      at += base;
      int extents = b.getShort(at);
      at += 2;
      for (; extents > 0; extents--, at += 8) {
        if (!based) {
          b.putInt(at, b.getInt(at) + more);
        }
      }
    }
  }
}
