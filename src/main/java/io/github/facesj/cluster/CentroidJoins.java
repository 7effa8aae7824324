package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A second look at what another clusterer left apart, by centroids instead of single faces. First
 * clusters of at least two faces are joined while there are two that are each other's nearest and
 * alike enough; then each face that is alone joins the cluster that {@link CentroidRule} finds for
 * it. All decide by what was there before, so that their order does not matter. What shares a
 * picture is never joined.
 *
 * @param first what is looked at again
 * @param least cosine of two faces, or two centroids, that belong together
 * @param pictures of the faces
 */
record CentroidJoins(Clusterer first, double least, Pictures pictures) implements Clusterer {

  /** Nearest centroids of a centroid or a face that are looked at. */
  private static final int BESIDE = 16;

  @Override
  public Partition cluster(Vectors vectors, NeighbourGraph graph, Progress progress) {
    Partition partition = first.cluster(vectors, graph, progress);
    boolean joined = true;
    while (joined && !progress.isCanceled()) {
      Partition before = partition;
      partition = joinClusters(vectors, before, progress);
      joined = partition.clusters() < before.clusters();
    }
    return progress.isCanceled() ? partition : joinFaces(vectors, partition, progress);
  }

  /** Joins all clusters that are each other's nearest. */
  private Partition joinClusters(Vectors vectors, Partition partition, Progress progress) {
    List<int[]> clusters = partition.blocks().stream().filter(c -> c.length > 1).toList();
    NeighbourGraph near =
        new NeighbourSearch(BESIDE, least).among(centroids(vectors, clusters), progress);
    int[] labels = partition.labels();
    int[] nearest = new int[clusters.size()];
    Arrays.setAll(nearest, c -> nearest(clusters, near, c, labels));
    for (int c = 0; c < nearest.length; c++) {
      if (nearest[c] > c && nearest[nearest[c]] == c) {
        int keeper = partition.label(clusters.get(c)[0]);
        Arrays.stream(clusters.get(nearest[c])).forEach(face -> labels[face] = keeper);
      }
    }
    return Partition.of(labels);
  }

  /** The nearest cluster that shares no picture; -1 if none is alike enough. */
  private int nearest(List<int[]> clusters, NeighbourGraph near, int cluster, int[] labels) {
    for (int n = 0; n < near.degree(cluster); n++) {
      int other = near.neighbour(cluster, n);
      boolean smaller = clusters.get(other).length < clusters.get(cluster).length;
      int[] few = clusters.get(smaller ? other : cluster);
      int many = labels[clusters.get(smaller ? cluster : other)[0]];
      if (Arrays.stream(few).noneMatch(f -> pictures.anyBeside(f, o -> labels[o] == many))) {
        return other;
      }
    }
    return -1;
  }

  /** A face and the cluster it wants to join. */
  private record Wish(int face, int label, float cosine) {

    static final Comparator<Wish> SUREST_FIRST =
        Comparator.comparingDouble((Wish w) -> -w.cosine).thenComparingInt(Wish::face);
  }

  private record Place(int label, int picture) {}

  /** Of several faces in one picture that want the same cluster the one most like it gets it. */
  private Partition joinFaces(Vectors vectors, Partition partition, Progress progress) {
    CentroidRule rule = new CentroidRule(least);
    List<int[]> clusters = partition.blocks();
    NeighbourGraph near =
        new NeighbourSearch(BESIDE, rule.floor()).among(centroids(vectors, clusters), progress);
    List<Wish> wishes = new ArrayList<>();
    for (int c = 0; c < clusters.size(); c++) {
      if (clusters.get(c).length == 1) {
        wish(clusters, near, c, rule, partition, wishes);
      }
    }
    int[] labels = partition.labels();
    Set<Place> taken = new HashSet<>();
    for (Wish wish : wishes.stream().sorted(Wish.SUREST_FIRST).toList()) {
      if (taken.add(new Place(wish.label(), pictures.picture(wish.face())))) {
        labels[wish.face()] = wish.label();
      }
    }
    return Partition.of(labels);
  }

  private void wish(
      List<int[]> clusters,
      NeighbourGraph near,
      int single,
      CentroidRule rule,
      Partition partition,
      List<Wish> wishes) {
    int[] large = largeBeside(clusters, near, single);
    if (large.length == 0) {
      return;
    }
    int[] members = clusters.get(near.neighbour(single, large[0]));
    int face = clusters.get(single)[0];
    int label = partition.label(members[0]);
    float cosine = near.cosine(single, large[0]);
    boolean all = near.degree(single) < BESIDE;
    double rest = all ? rule.floor() : near.cosine(single, near.degree(single) - 1);
    double next = large.length > 1 ? near.cosine(single, large[1]) : rest;
    if (rule.joins(cosine, members.length, next)
        && !pictures.anyBeside(face, other -> partition.label(other) == label)) {
      wishes.add(new Wish(face, label, cosine));
    }
  }

  /** At which places of a row of neighbours there are clusters of at least two faces. */
  private static int[] largeBeside(List<int[]> clusters, NeighbourGraph near, int single) {
    return IntStream.range(0, near.degree(single))
        .filter(n -> clusters.get(near.neighbour(single, n)).length > 1)
        .limit(2)
        .toArray();
  }

  private static Vectors centroids(Vectors vectors, List<int[]> clusters) {
    int[] numbers = new int[vectors.size()];
    Arrays.fill(numbers, -1);
    for (int c = 0; c < clusters.size(); c++) {
      for (int face : clusters.get(c)) {
        numbers[face] = c;
      }
    }
    return Centroids.of(vectors, numbers, clusters.size());
  }
}
