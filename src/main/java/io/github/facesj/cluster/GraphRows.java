package io.github.facesj.cluster;

import java.util.Arrays;

/** Order within the rows of a graph. */
final class GraphRows {

  private GraphRows() {}

  /** Sorts a stretch of neighbours, most similar first, ties by the smaller number. */
  static void sort(int[] faces, float[] cosines, int from, int to) {
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) -ordered(cosines[from + i]) << 32 | faces[from + i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      faces[from + i] = (int) keys[i];
      cosines[from + i] = value(-(int) (keys[i] >> 32));
    }
  }

  /** Whole numbers in the order of the floats, the negative of each its mirror image. */
  private static int ordered(float value) {
    int bits = Float.floatToIntBits(value);
    return bits >= 0 ? bits : -(bits & Integer.MAX_VALUE);
  }

  private static float value(int ordered) {
    return Float.intBitsToFloat(ordered >= 0 ? ordered : -ordered | Integer.MIN_VALUE);
  }
}
