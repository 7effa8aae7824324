package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * For clusters and single faces the cluster of at least two faces that is nearest by its centroid.
 */
final class CentroidNeighbours {

  /** Nearest centroids of each that are looked at. */
  private static final int BESIDE = 16;

  private final List<int[]> clusters;
  private final Vectors centroids;
  private final NeighbourGraph graph;
  private final CentroidRule rule;

  private CentroidNeighbours(
      List<int[]> clusters, Vectors centroids, NeighbourGraph graph, CentroidRule rule) {
    this.clusters = clusters;
    this.centroids = centroids;
    this.graph = graph;
    this.rule = rule;
  }

  /**
   * @param clusters faces of each, single ones among them
   * @param least cosine of two faces that belong together
   */
  static CentroidNeighbours of(
      Vectors vectors, List<int[]> clusters, double least, Progress progress) {
    int[] numbers = new int[vectors.size()];
    Arrays.fill(numbers, -1);
    for (int c = 0; c < clusters.size(); c++) {
      for (int face : clusters.get(c)) {
        numbers[face] = c;
      }
    }
    CentroidRule rule = new CentroidRule(least);
    Vectors centroids = Centroids.of(vectors, numbers, clusters.size());
    NeighbourGraph graph = new NeighbourSearch(BESIDE, rule.floor()).among(centroids, progress);
    return new CentroidNeighbours(clusters, centroids, graph, rule);
  }

  /** The cluster that one is to be joined with; empty if none is alike enough. */
  Optional<Integer> nearest(int one) {
    int place = nextLarge(one, 0);
    if (place == graph.degree(one)) {
      return Optional.empty();
    }
    int best = graph.neighbour(one, place);
    boolean single = clusters.get(one).length == 1;
    int size = single ? clusters.get(best).length : 1;
    return rule.joins(graph.cosine(one, place), size, rival(one, best, place + 1))
        ? Optional.of(best)
        : Optional.empty();
  }

  /** Its cosine; of no meaning where there is none. */
  float cosineOfNearest(int one) {
    int place = nextLarge(one, 0);
    return place < graph.degree(one) ? graph.cosine(one, place) : -1;
  }

  /**
   * Cosine of the next cluster that is somebody else: not one that is as alike to the best, for
   * that may be a third part of the same person.
   */
  private double rival(int one, int best, int from) {
    int place = nextLarge(one, from);
    while (place < graph.degree(one)
        && rule.alike(centroids.cosine(best, graph.neighbour(one, place)))) {
      place = nextLarge(one, place + 1);
    }
    if (place < graph.degree(one)) {
      return graph.cosine(one, place);
    }
    return place < BESIDE ? rule.floor() : graph.cosine(one, place - 1);
  }

  private int nextLarge(int one, int from) {
    int place = from;
    while (place < graph.degree(one) && clusters.get(graph.neighbour(one, place)).length < 2) {
      place++;
    }
    return place;
  }
}
