package io.github.facesj.cluster;

import java.util.Arrays;

/**
 * Some vectors, turned so that one number of all of them lies side by side: the cosines of another
 * vector with all of them are then sums of whole rows, which the compiler turns into instructions
 * that work on several numbers at once. The cosine of two faces comes out the same to the last bit,
 * whichever of the two is in the block and wherever it is there.
 */
final class CosineBlock {

  /** Vectors in a block: with 128 numbers each it fills 128 KiB, which second-level caches hold. */
  static final int WIDTH = 256;

  /** Rows that are added at once. */
  private static final int STEP = 4;

  private final int dimension;
  private final float[][] rows;
  private int width;

  CosineBlock(int dimension) {
    this.dimension = dimension;
    rows = new float[(dimension + STEP - 1) / STEP * STEP][WIDTH];
  }

  /** Number of vectors. */
  int width() {
    return width;
  }

  /** Takes the vectors of consecutive faces, at most {@link #WIDTH}. */
  void fill(Vectors vectors, int from, int to) {
    width = to - from;
    for (int j = 0; j < width; j++) {
      put(vectors, from + j, j);
    }
  }

  private void put(Vectors vectors, int face, int column) {
    float[] values = vectors.values();
    int start = face * dimension;
    for (int d = 0; d < dimension; d++) {
      rows[d][column] = values[start + d];
    }
  }

  /**
   * Cosines of one face with all of the block.
   *
   * @param cosines receives them, in the order of the block; at least {@link #WIDTH} long
   */
  void cosines(Vectors vectors, int face, float[] cosines) {
    float[] values = vectors.values();
    int start = face * dimension;
    Arrays.fill(cosines, 0, width, 0);
    int d = 0;
    for (; d + STEP <= dimension; d += STEP) {
      int at = start + d;
      add(
          cosines,
          width,
          values[at],
          values[at + 1],
          values[at + 2],
          values[at + 3],
          rows[d],
          rows[d + 1],
          rows[d + 2],
          rows[d + 3]);
    }
    for (; d < dimension; d++) {
      add(cosines, width, values[start + d], 0, 0, 0, rows[d], rows[d], rows[d], rows[d]);
    }
  }

  /** A method of its own with four rows, because the compiler does not vectorise longer sums. */
  private static void add(
      float[] sums,
      int width,
      float a,
      float b,
      float c,
      float d,
      float[] as,
      float[] bs,
      float[] cs,
      float[] ds) {
    for (int j = 0; j < width; j++) {
      sums[j] += a * as[j] + b * bs[j] + c * cs[j] + d * ds[j];
    }
  }
}
