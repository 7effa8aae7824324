package io.github.facesj.cluster;

import io.github.facesj.run.Progress;

/**
 * Joins the two clusters with the greatest mean cosine between their faces, again and again, as
 * long as it is large enough (average link, UPGMA). Few faces are compared all with all; of more,
 * only clusters are joined in which a face of the one is a neighbour of a face of the other, but
 * their mean is always that of all pairs.
 *
 * @param least mean cosine at which clusters are still joined, from -1 to 1
 */
record AverageLink(double least) implements Clusterer {

  /** Up to this many faces, comparing all takes less than a second. */
  static final int ALL_PAIRS = 2000;

  /**
   * @throws IllegalArgumentException if the cosine is out of range
   */
  public AverageLink {
    if (!(least >= -1 && least <= 1)) {
      throw new IllegalArgumentException(
          "The least mean cosine must be between -1 and 1, but was " + least + ".");
    }
  }

  @Override
  public Partition cluster(Vectors vectors, NeighbourGraph graph, Progress progress) {
    return dendrogram(vectors, graph, progress).cut(least);
  }

  /** All joins down to the least mean cosine; what was done before a cancel. */
  public Dendrogram dendrogram(Vectors vectors, NeighbourGraph graph, Progress progress) {
    return vectors.size() <= ALL_PAIRS
        ? NearestChain.dendrogram(vectors, progress)
        : ReciprocalJoins.dendrogram(vectors, graph, (float) least, progress);
  }
}
