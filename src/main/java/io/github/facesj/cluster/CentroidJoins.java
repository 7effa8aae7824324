package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A second look at what another clusterer left apart, by centroids instead of single faces. First
 * clusters of at least two faces are joined while there are two that are each other's nearest; then
 * each face that is alone joins the cluster nearest to it. {@link CentroidRule} says what is alike
 * enough. All decide by what was there before, so that their order does not matter. What shares a
 * picture is never joined.
 *
 * @param first what is looked at again
 * @param least cosine of two faces that belong together
 * @param pictures of the faces
 */
record CentroidJoins(Clusterer first, double least, Pictures pictures) implements Clusterer {

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
    CentroidNeighbours near = CentroidNeighbours.of(vectors, clusters, least, progress);
    int[] labels = partition.labels();
    int[] nearest = new int[clusters.size()];
    Arrays.setAll(
        nearest,
        c ->
            near.nearest(c)
                .filter(n -> !meet(clusters.get(c), clusters.get(n), labels))
                .orElse(-1));
    for (int c = 0; c < nearest.length; c++) {
      if (nearest[c] > c && nearest[nearest[c]] == c) {
        int keeper = partition.label(clusters.get(c)[0]);
        Arrays.stream(clusters.get(nearest[c])).forEach(face -> labels[face] = keeper);
      }
    }
    return Partition.of(labels);
  }

  /** Whether faces of two clusters are in one picture. */
  private boolean meet(int[] a, int[] b, int[] labels) {
    int[] few = a.length < b.length ? a : b;
    int many = labels[(a.length < b.length ? b : a)[0]];
    return Arrays.stream(few).anyMatch(f -> pictures.anyBeside(f, o -> labels[o] == many));
  }

  /** A face and the cluster it wants to join. */
  private record Wish(int face, int label, float cosine) {

    static final Comparator<Wish> SUREST_FIRST =
        Comparator.comparingDouble((Wish w) -> -w.cosine).thenComparingInt(Wish::face);
  }

  private record Place(int label, int picture) {}

  /** Of several faces in one picture that want the same cluster the one most like it gets it. */
  private Partition joinFaces(Vectors vectors, Partition partition, Progress progress) {
    List<int[]> clusters = partition.blocks();
    CentroidNeighbours near = CentroidNeighbours.of(vectors, clusters, least, progress);
    int[] labels = partition.labels();
    List<Wish> wishes = new ArrayList<>();
    for (int c = 0; c < clusters.size(); c++) {
      int[] single = clusters.get(c);
      if (single.length == 1) {
        float cosine = near.cosineOfNearest(c);
        near.nearest(c)
            .map(clusters::get)
            .filter(large -> !meet(single, large, labels))
            .ifPresent(large -> wishes.add(new Wish(single[0], labels[large[0]], cosine)));
      }
    }
    wishes.sort(Wish.SUREST_FIRST);
    Set<Place> taken = new HashSet<>();
    for (Wish wish : wishes) {
      if (taken.add(new Place(wish.label(), pictures.picture(wish.face())))) {
        labels[wish.face()] = wish.label();
      }
    }
    return Partition.of(labels);
  }
}
