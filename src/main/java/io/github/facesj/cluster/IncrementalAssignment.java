package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * New faces join old clusters: each the one whose centroid it is most like, if its faces are alike
 * enough on average or {@link CentroidRule} says that this is enough, it was not ruled out, and no
 * other face of its picture is in there. The centroids are of the faces that were there before, so
 * it does not matter who comes first; of two in one picture that want the same cluster the more
 * similar gets it.
 */
final class IncrementalAssignment {

  /** How many clusters of each face to look at first, and by how much more then. */
  private static final int FIRST = 8;

  /** A face, as a row, and a cluster that it may join. */
  private record Offer(int row, int cluster, float similarity) {

    static final Comparator<Offer> ORDER =
        Comparator.comparingDouble((Offer o) -> -o.similarity)
            .thenComparingInt(Offer::row)
            .thenComparingInt(Offer::cluster);
  }

  private final PlanFaces faces;
  private final ClusterFacts facts;
  private final PlanRules rules;
  private final CentroidRule rule;
  private final long[] ids;
  private final int[] sizes;
  private final Vectors centroids;

  /** Mean cosine of the faces of each cluster with its centroid. */
  private final double[] lengths;

  private final Set<Long> occupied = new HashSet<>();

  /**
   * @param old faces of each old cluster
   * @param coming new faces
   */
  IncrementalAssignment(
      PlanFaces faces,
      ClusterFacts facts,
      PlanRules rules,
      SortedMap<Long, int[]> old,
      int[] coming) {
    this.faces = faces;
    this.facts = facts;
    this.rules = rules;
    this.ids = old.keySet().stream().mapToLong(Long::longValue).toArray();
    this.rule = new CentroidRule(rules.similarity());
    this.sizes = old.values().stream().mapToInt(members -> members.length).toArray();
    this.centroids = centroids(old);
    this.lengths = lengths(old);
    if (rules.onePerPicture()) {
      occupy(old, coming);
    }
  }

  private Vectors centroids(SortedMap<Long, int[]> old) {
    int[] clusters = new int[faces.size()];
    Arrays.fill(clusters, -1);
    for (int c = 0; c < ids.length; c++) {
      for (int face : old.get(ids[c])) {
        clusters[face] = c;
      }
    }
    return faces.centroids(clusters, ids.length);
  }

  private double[] lengths(SortedMap<Long, int[]> old) {
    double[] mean = new double[ids.length];
    double[] centroid = new double[faces.dimension()];
    for (int c = 0; c < ids.length; c++) {
      int from = c * centroid.length;
      Arrays.setAll(centroid, d -> centroids.values()[from + d]);
      mean[c] =
          Arrays.stream(old.get(ids[c]))
              .mapToDouble(f -> faces.dot(centroid, f))
              .average()
              .orElse(0);
    }
    return mean;
  }

  private void occupy(SortedMap<Long, int[]> old, int[] coming) {
    boolean[] concerned = new boolean[faces.size()];
    for (int face : coming) {
      concerned[faces.picture(face)] = true;
    }
    for (int c = 0; c < ids.length; c++) {
      for (int face : old.get(ids[c])) {
        if (concerned[faces.picture(face)]) {
          occupied.add(place(c, faces.picture(face)));
        }
      }
    }
  }

  private long place(int cluster, int picture) {
    return (long) cluster * faces.size() + picture;
  }

  private boolean allows(int face, int cluster) {
    return !occupied.contains(place(cluster, faces.picture(face)))
        && !facts.isApart(faces.state(face).id(), ids[cluster]);
  }

  /**
   * Puts the faces that find a cluster into it.
   *
   * @param coming new faces
   * @param clusters the cluster of each face, changed for those that join
   */
  void join(int[] coming, long[] clusters, Progress progress) {
    int[] left = ids.length == 0 ? new int[0] : coming;
    for (int k = FIRST; left.length > 0 && !progress.isCanceled(); k *= FIRST) {
      NeighbourGraph best =
          new NeighbourSearch(Math.min(k, ids.length), rule.floor())
              .between(faces.select(left), centroids, progress);
      left = round(left, best, k < ids.length ? k : Integer.MAX_VALUE, clusters);
    }
  }

  /** Lets pictures choose; the faces of those that need to know more clusters. */
  private int[] round(int[] coming, NeighbourGraph best, int known, long[] clusters) {
    Map<Integer, List<Integer>> pictures = new TreeMap<>();
    for (int i = 0; i < coming.length; i++) {
      pictures.computeIfAbsent(faces.picture(coming[i]), p -> new ArrayList<>()).add(i);
    }
    List<Integer> again = new ArrayList<>();
    for (List<Integer> rows : pictures.values()) {
      Map<Integer, Integer> chosen = choice(coming, rows, best);
      boolean enough =
          rows.stream().allMatch(row -> chosen.containsKey(row) || isAll(best, row, known));
      if (enough) {
        chosen.forEach((row, cluster) -> clusters[coming[row]] = ids[cluster]);
      } else {
        rows.forEach(row -> again.add(coming[row]));
      }
    }
    return again.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Whether no cluster that a face may join is missing from its row. */
  private boolean isAll(NeighbourGraph best, int row, int known) {
    return best.degree(row) < known || best.cosine(row, known - 1) < rule.lowest();
  }

  /** Whether a face is alike to the faces of a cluster on average, or to its centroid. */
  private boolean isEnough(NeighbourGraph best, int row, int nth) {
    int cluster = best.neighbour(row, nth);
    float cosine = best.cosine(row, nth);
    return cosine * lengths[cluster] >= rules.similarity()
        || rule.joins(cosine, sizes[cluster], nearestOther(best, row, nth));
  }

  /** Cosine with the nearest other cluster that is not alike to this one. */
  private double nearestOther(NeighbourGraph best, int row, int nth) {
    for (int other = 0; other < best.degree(row); other++) {
      if (other != nth
          && !rule.alike(centroids.cosine(best.neighbour(row, nth), best.neighbour(row, other)))) {
        return best.cosine(row, other);
      }
    }
    return rule.floor();
  }

  /** The clusters that the faces of one picture join, the most similar first served. */
  private Map<Integer, Integer> choice(int[] coming, List<Integer> rows, NeighbourGraph best) {
    List<Offer> offers = new ArrayList<>();
    for (int row : rows) {
      for (int nth = 0; nth < best.degree(row); nth++) {
        int cluster = best.neighbour(row, nth);
        if (isEnough(best, row, nth) && allows(coming[row], cluster)) {
          offers.add(new Offer(row, cluster, best.cosine(row, nth)));
        }
      }
    }
    offers.sort(Offer.ORDER);
    Map<Integer, Integer> chosen = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Offer offer : offers) {
      boolean free = !rules.onePerPicture() || !taken.contains(offer.cluster());
      if (free && chosen.putIfAbsent(offer.row(), offer.cluster()) == null) {
        taken.add(offer.cluster());
      }
    }
    return chosen;
  }
}
