package io.github.facesj.cluster;

import java.util.Arrays;

/**
 * The sum of the vectors of each cluster. As all vectors have length 1, the dot product of two sums
 * is the sum of the cosines of all pairs between the clusters: the mean of any number of pairs
 * costs no more than one. A cluster is known by the face that stands for it.
 */
final class ClusterSums {

  private final int dimension;
  private final float[] sums;
  private final int[] sizes;

  /** Every face alone. */
  ClusterSums(Vectors vectors) {
    dimension = vectors.dimension();
    sums = vectors.values().clone();
    sizes = new int[vectors.size()];
    Arrays.fill(sizes, 1);
  }

  /** Mean cosine of all pairs of a face of the one cluster and a face of the other. */
  float mean(int a, int b) {
    float sum = Vectors.dot(sums, a * dimension, sums, b * dimension, dimension);
    return (float) (sum / ((double) sizes[a] * sizes[b]));
  }

  /** Lets a cluster take in another. */
  void join(int keeper, int other) {
    int to = keeper * dimension;
    int from = other * dimension;
    for (int d = 0; d < dimension; d++) {
      sums[to + d] += sums[from + d];
    }
    sizes[keeper] += sizes[other];
  }
}
