package io.github.facesj.cluster;

import java.util.function.DoubleFunction;

/** The ways to cluster, by the names a user writes. */
public enum ClusterMethod {
  /** What measures best on labelled photos: docs/ACCURACY.md has the figures. */
  DEFAULT(least -> new OrderFree(new Infomap(least))),
  /** Infomap, {@link Infomap}: edges between faces up to the threshold apart. */
  INFOMAP(DEFAULT.maker),
  /** Average link: clusters whose mean distance is up to the threshold are one. */
  AVERAGE(AverageLink::new),
  /** Chinese Whispers: edges between faces up to the threshold apart. */
  WHISPERS(least -> new OrderFree(new ChineseWhispers(least))),
  /** DBSCAN: three faces up to the threshold apart make a cluster. */
  DBSCAN(least -> new Dbscan(least, 3)),
  /** k-means on directions: faces are up to the threshold apart from their centre. */
  KMEANS(least -> new OrderFree(new SphericalMeans(least)));

  /** Neighbours of a face in the graph. */
  private static final int NEIGHBOURS = 64;

  private final DoubleFunction<Clusterer> maker;

  ClusterMethod(DoubleFunction<Clusterer> maker) {
    this.maker = maker;
  }

  /**
   * A clusterer of this kind.
   *
   * @param threshold greatest cosine distance (1 - cosine) of faces that belong together, from 0 to
   *     2; what it is the distance of stands with each kind
   * @throws IllegalArgumentException if the threshold is out of range
   */
  public Clusterer clusterer(double threshold) {
    if (!(threshold >= 0 && threshold <= 2)) {
      throw new IllegalArgumentException(
          "The threshold of a clustering must be between 0 and 2, but was " + threshold + ".");
    }
    return maker.apply(1 - threshold);
  }

  /**
   * The search whose graph this kind of clusterer wants.
   *
   * @param threshold as for {@link #clusterer}
   */
  public NeighbourSearch search(double threshold) {
    return new NeighbourSearch(NEIGHBOURS, 1 - threshold);
  }

  /**
   * Search and clusterer in one.
   *
   * @param threshold as for {@link #clusterer}
   * @throws IllegalArgumentException if the threshold is out of range
   */
  public Grouping grouping(double threshold) {
    Clusterer clusterer = clusterer(threshold);
    NeighbourSearch search = search(threshold);
    return (vectors, progress) ->
        clusterer.cluster(vectors, search.among(vectors, progress), progress);
  }
}
