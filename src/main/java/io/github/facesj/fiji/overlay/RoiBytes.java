package io.github.facesj.fiji.overlay;

import ij.io.RoiDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * One ROI as ImageJ writes it, before its decoder sees it: that believes every count, and takes
 * room for it. Here a count is believed only as far as there are bytes.
 */
final class RoiBytes {

  /** The types of ImageJ's files. */
  private static final int RECTANGLE = 1;

  private static final int POINTS = 10;

  private final ByteBuffer bytes;

  private RoiBytes(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * Whether it is a rectangle or points; other ROIs are no part of a face.
   *
   * @throws IOException if it was cut short, or announces more than it has
   */
  static boolean isOfFace(byte[] roi) throws IOException {
    if (roi.length < RoiDecoder.COORDINATES) {
      throw new IOException("it was cut short");
    }
    return new RoiBytes(ByteBuffer.wrap(roi)).isOfFace();
  }

  private boolean isOfFace() throws IOException {
    int type = bytes.get(RoiDecoder.TYPE);
    boolean plain =
        bytes.getShort(RoiDecoder.SUBTYPE) == 0 && bytes.getInt(RoiDecoder.SHAPE_ROI_SIZE) == 0;
    if (!plain || (type != RECTANGLE && type != POINTS)) {
      return false;
    }
    if (type == POINTS) {
      int few = Short.toUnsignedInt(bytes.getShort(RoiDecoder.N_COORDINATES));
      long points = few > 0 ? few : bytes.getInt(RoiDecoder.SIZE);
      require("points", points, RoiDecoder.COORDINATES, 2 * Short.BYTES);
    }
    int more = bytes.getInt(RoiDecoder.HEADER2_OFFSET);
    if (more > 0 && more + RoiDecoder.COUNTERS_OFFSET + Integer.BYTES <= bytes.capacity()) {
      text("letters of its name", more + RoiDecoder.NAME_OFFSET, more + RoiDecoder.NAME_LENGTH);
      text(
          "letters of notes",
          more + RoiDecoder.ROI_PROPS_OFFSET,
          more + RoiDecoder.ROI_PROPS_LENGTH);
    }
    return true;
  }

  private void text(String what, int placeAt, int lengthAt) throws IOException {
    require(what, bytes.getInt(lengthAt), Math.max(0, bytes.getInt(placeAt)), Character.BYTES);
  }

  private void require(String what, long count, long from, int each) throws IOException {
    if (count < 0 || from + count * each > bytes.capacity()) {
      throw new IOException(
          String.format(
              Locale.ROOT, "it announces %d %s, but has %d bytes", count, what, bytes.capacity()));
    }
  }
}
