package io.github.facesj.cluster;

/** The ways to cluster, by the names a user writes. */
public enum ClusterMethod {
  /**
   * What measures best on labelled photos, docs/ACCURACY.md has the figures: Infomap, then clusters
   * and single faces that centroids show to be of one person are joined, {@link CentroidJoins}.
   */
  DEFAULT(
      (least, pictures) ->
          new CentroidJoins(new OrderInvariantClusterer(new Infomap(least)), least, pictures)),
  /** Infomap, {@link Infomap}: edges between faces up to the threshold apart. */
  INFOMAP((least, pictures) -> new OrderInvariantClusterer(new Infomap(least))),
  /** Average link: clusters whose mean distance is up to the threshold are one. */
  AVERAGE((least, pictures) -> new AverageLink(least)),
  /** Chinese Whispers: edges between faces up to the threshold apart. */
  WHISPERS((least, pictures) -> new OrderInvariantClusterer(new ChineseWhispers(least))),
  /** DBSCAN: three faces up to the threshold apart make a cluster. */
  DBSCAN((least, pictures) -> new Dbscan(least, 3)),
  /** k-means on directions: faces are up to the threshold apart from their centre. */
  KMEANS((least, pictures) -> new OrderInvariantClusterer(new SphericalMeans(least)));

  private interface Maker {
    Clusterer of(double least, Pictures pictures);
  }

  /** Neighbours of a face in the graph. */
  private static final int NEIGHBOURS = 64;

  private final Maker maker;

  ClusterMethod(Maker maker) {
    this.maker = maker;
  }

  /**
   * A clusterer of this kind.
   *
   * @param pictures which faces are in one picture
   * @param threshold greatest cosine distance (1 - cosine) of faces that belong together, from 0 to
   *     2; what it is the distance of stands with each kind
   * @throws IllegalArgumentException if the threshold is out of range
   */
  public Clusterer clusterer(double threshold, Pictures pictures) {
    return maker.of(1 - checked(threshold), pictures);
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
    checked(threshold);
    return (vectors, pictures, progress) ->
        clusterer(threshold, pictures)
            .cluster(vectors, search(threshold).among(vectors, progress), progress);
  }

  private static double checked(double threshold) {
    if (!(threshold >= 0 && threshold <= 2)) {
      throw new IllegalArgumentException(
          "The threshold of a clustering must be between 0 and 2, but was " + threshold + ".");
    }
    return threshold;
  }
}
