package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * New faces join old clusters: each the one whose faces it is most like on average, if that is
 * enough, it was not ruled out, and no other face of its picture is in there. The averages are over
 * the faces that were there before, so it does not matter who comes first; of two in one picture
 * that want the same cluster the more similar gets it.
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
  private final long[] ids;
  private final Vectors means;
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
    this.means = means(old);
    if (rules.onePerPicture()) {
      occupy(old, coming);
    }
  }

  /** The average of unit vectors has with any other the average of their cosines. */
  private Vectors means(SortedMap<Long, int[]> old) {
    int dimension = faces.dimension();
    float[] values = new float[Math.multiplyExact(ids.length, dimension)];
    for (int c = 0; c < ids.length; c++) {
      int[] members = old.get(ids[c]);
      double[] sum = new double[dimension];
      for (int face : members) {
        faces.addTo(sum, face, 1);
      }
      for (int d = 0; d < dimension; d++) {
        values[c * dimension + d] = (float) (sum[d] / members.length);
      }
    }
    return Vectors.wrap(dimension, values);
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
          new NeighbourSearch(Math.min(k, ids.length), rules.similarity())
              .between(faces.select(left), means, progress);
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
          rows.stream().allMatch(row -> chosen.containsKey(row) || best.degree(row) < known);
      if (enough) {
        chosen.forEach((row, cluster) -> clusters[coming[row]] = ids[cluster]);
      } else {
        rows.forEach(row -> again.add(coming[row]));
      }
    }
    return again.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** The clusters that the faces of one picture join, the most similar first served. */
  private Map<Integer, Integer> choice(int[] coming, List<Integer> rows, NeighbourGraph best) {
    List<Offer> offers = new ArrayList<>();
    for (int row : rows) {
      for (int nth = 0; nth < best.degree(row); nth++) {
        int cluster = best.neighbour(row, nth);
        if (allows(coming[row], cluster)) {
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
