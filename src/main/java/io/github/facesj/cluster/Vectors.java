package io.github.facesj.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Embeddings of many faces as one matrix: row i is the vector of face i, of length 1, so that a dot
 * product is a cosine. Immutable.
 */
public final class Vectors {

  private final int size;
  private final int dimension;
  private final float[] values;

  private Vectors(int size, int dimension, float[] values) {
    this.size = size;
    this.dimension = dimension;
    this.values = values;
  }

  /**
   * Wraps a matrix.
   *
   * @param dimension numbers in each vector, at least 1
   * @param values row after row, each of length 1; not copied, and not to be changed any more
   * @throws IllegalArgumentException if the values do not fill whole rows
   */
  public static Vectors wrap(int dimension, float[] values) {
    if (dimension < 1 || values.length % dimension != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d numbers do not make vectors of %d.", values.length, dimension));
    }
    return new Vectors(values.length / dimension, dimension, values);
  }

  /**
   * Copies vectors, perhaps none.
   *
   * @param dimension numbers in each vector
   * @param rows vectors of length 1
   * @throws IllegalArgumentException if a vector has another number of values
   */
  public static Vectors of(int dimension, List<float[]> rows) {
    float[] values = new float[Math.multiplyExact(rows.size(), dimension)];
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).length != dimension) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "A vector of %d numbers does not fit among vectors of %d.",
                rows.get(i).length,
                dimension));
      }
      System.arraycopy(rows.get(i), 0, values, i * dimension, dimension);
    }
    return wrap(dimension, values);
  }

  /** Number of vectors. */
  public int size() {
    return size;
  }

  /** Numbers in each vector. */
  public int dimension() {
    return dimension;
  }

  /** The matrix itself, row after row: to read, never to write. */
  public float[] values() {
    return values;
  }

  /** Cosine of the angle between two faces. */
  public float cosine(int a, int b) {
    int x = Objects.checkIndex(a, size) * dimension;
    int y = Objects.checkIndex(b, size) * dimension;
    return dot(values, x, values, y, dimension);
  }

  /**
   * Dot product of two stretches, added up exactly as {@link CosineBlock} does, so that both give
   * the same to the last bit.
   */
  static float dot(float[] a, int x, float[] b, int y, int length) {
    float sum = 0;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      sum +=
          a[x + i] * b[y + i]
              + a[x + i + 1] * b[y + i + 1]
              + a[x + i + 2] * b[y + i + 2]
              + a[x + i + 3] * b[y + i + 3];
    }
    for (; i < length; i++) {
      sum += a[x + i] * b[y + i];
    }
    return sum;
  }

  /** The vectors of some faces, copied, in the order given. */
  public Vectors select(int[] faces) {
    float[] some = new float[Math.multiplyExact(faces.length, dimension)];
    for (int i = 0; i < faces.length; i++) {
      int from = Objects.checkIndex(faces[i], size) * dimension;
      System.arraycopy(values, from, some, i * dimension, dimension);
    }
    return wrap(dimension, some);
  }
}
