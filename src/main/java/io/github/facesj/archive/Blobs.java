package io.github.facesj.archive;

import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as bytes, little-endian as NumPy and R read them on nearly every machine. */
final class Blobs {

  private Blobs() {}

  static byte[] ofFloats(float[] values) {
    ByteBuffer bytes = buffer(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** Puts as many numbers as the bytes hold into a row of a matrix. */
  static void floats(byte[] bytes, float[] out, int at) {
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(out, at, bytes.length / Float.BYTES);
  }

  static byte[] ofPoints(Landmarks five) {
    ByteBuffer bytes = buffer(Double.BYTES * 2 * five.size());
    bytes.asDoubleBuffer().put(five.toArray());
    return bytes.array();
  }

  /**
   * @throws IllegalArgumentException if the bytes are not five points
   */
  static Landmarks points(byte[] bytes) {
    double[] xy = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(xy);
    return Landmarks.of(LandmarkScheme.FIVE, xy);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
