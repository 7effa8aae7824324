package io.github.facesj.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.TreeMap;

/** An uncompressed TIFF of one strip, tag by tag, so that tests may write what nobody should. */
final class TiffBytes {

  private final TreeMap<Integer, long[]> tags = new TreeMap<>();
  private final byte[] pixels;
  private byte[] profile;

  /**
   * @param photometric 0 to 8 of TIFF 6.0: 1 grey, 2 RGB, 5 separated
   * @param samples of a pixel
   * @param bits of a sample
   * @param pixels row by row
   */
  TiffBytes(int width, int height, int photometric, int samples, int bits, byte[] pixels) {
    this.pixels = pixels;
    long[] each = new long[samples];
    Arrays.fill(each, bits);
    tags.put(256, new long[] {width});
    tags.put(257, new long[] {height});
    tags.put(258, each);
    tags.put(259, new long[] {1});
    tags.put(262, new long[] {photometric});
    tags.put(277, new long[] {samples});
    tags.put(278, new long[] {height});
    tags.put(284, new long[] {1});
  }

  /** Another tag of the type SHORT. */
  TiffBytes with(int tag, long... values) {
    tags.put(tag, values);
    return this;
  }

  /** A colour profile, whatever it holds. */
  TiffBytes profile(byte[] icc) {
    profile = icc;
    return this;
  }

  byte[] bytes() {
    tags.put(273, new long[] {0});
    tags.put(279, new long[] {pixels.length});
    int entries = tags.size() + (profile == null ? 0 : 1);
    int more = 8 + 2 + 12 * entries + 4;
    int profileLength = profile == null ? 0 : profile.length + profile.length % 2;
    int lists = tags.values().stream().mapToInt(v -> v.length > 2 ? 2 * v.length : 0).sum();
    int strip = more + lists + profileLength;
    tags.put(273, new long[] {strip});
    ByteBuffer out = ByteBuffer.allocate(strip + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries);
    int list = more;
    for (var tag : tags.entrySet()) {
      long[] values = tag.getValue();
      boolean isLong = tag.getKey() == 273 || tag.getKey() == 279;
      out.putShort(tag.getKey().shortValue()).putShort((short) (isLong ? 4 : 3));
      out.putInt(values.length);
      if (isLong) {
        out.putInt((int) values[0]);
      } else if (values.length <= 2) {
        out.putShort((short) values[0]).putShort((short) (values.length > 1 ? values[1] : 0));
      } else {
        out.putInt(list);
        for (long value : values) {
          out.putShort(list, (short) value);
          list += 2;
        }
      }
    }
    if (profile != null) {
      out.putShort((short) 34675).putShort((short) 7).putInt(profile.length);
      if (profile.length <= 4) {
        byte[] four = Arrays.copyOf(profile, 4);
        out.put(four);
      } else {
        out.putInt(list);
        for (int i = 0; i < profile.length; i++) {
          out.put(list + i, profile[i]);
        }
      }
    }
    out.putInt(0);
    out.position(strip);
    return out.put(pixels).array();
  }
}
