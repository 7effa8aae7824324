package io.github.facesj.cluster;

import java.util.Locale;

/** The centroids of clusters: means of the vectors of their faces, again of length 1. */
public final class Centroids {

  /**
   * What 1 is in the sums. They are of whole numbers, so that they are the same to the last bit in
   * whatever order the faces come; there is room for eight million faces in a cluster.
   */
  private static final double ONE = 1L << 40;

  private Centroids() {}

  /**
   * @param faces vectors of all faces
   * @param clusters for each face its cluster, from 0; a negative one belongs to none
   * @param count number of clusters; each should have a face
   * @return one vector for each cluster; zero where it has no face, or its faces cancel each other
   * @throws IllegalArgumentException if there is not one number for each face
   */
  public static Vectors of(Vectors faces, int[] clusters, int count) {
    if (clusters.length != faces.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d faces need as many clusters, but got %d.",
              faces.size(),
              clusters.length));
    }
    int dimension = faces.dimension();
    long[] sums = new long[Math.multiplyExact(count, dimension)];
    float[] values = faces.values();
    for (int face = 0; face < clusters.length; face++) {
      if (clusters[face] >= 0) {
        int to = clusters[face] * dimension;
        for (int i = 0; i < dimension; i++) {
          sums[to + i] += Math.round((double) values[face * dimension + i] * ONE);
        }
      }
    }
    float[] middles = new float[sums.length];
    for (int from = 0; from < sums.length; from += dimension) {
      double squares = 0;
      for (int i = 0; i < dimension; i++) {
        squares += (double) sums[from + i] * sums[from + i];
      }
      double length = Math.sqrt(squares);
      for (int i = 0; i < dimension && length > 0; i++) {
        middles[from + i] = (float) (sums[from + i] / length);
      }
    }
    return Vectors.wrap(dimension, middles);
  }
}
