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
import java.util.TreeSet;

/**
 * Makes anew what no person settled. Settled faces stay, and so do all faces of a cluster that
 * people touched while none of its faces is settled: these are anchors. All faces are grouped by
 * likeness; in a group with anchors of one cluster the others join that one, in a group with
 * settled faces of several each joins those it is most like on average, unless it was ruled out.
 * Touched clusters do not take part in that choice: what joins them is an anchor from then on, and
 * would draw others in the next run, while now a second run changes nothing.
 */
final class Recluster {

  private final PlanFaces faces;
  private final ClusterFacts facts;
  private final PlanRules rules;
  private final Grouping grouping;
  private final SortedMap<Long, int[]> anchors;
  private final boolean[] anchored;
  private final Set<Long> settled = new HashSet<>();
  private final Map<Long, double[]> means = new HashMap<>();

  Recluster(PlanFaces faces, ClusterFacts facts, PlanRules rules, Grouping grouping) {
    this.faces = faces;
    this.facts = facts;
    this.rules = rules;
    this.grouping = grouping;
    this.anchored = new boolean[faces.size()];
    this.anchors = new TreeMap<>();
    ClusterMembers.of(faces.clusters()).forEach(this::anchor);
  }

  private void anchor(long cluster, int[] members) {
    int[] stay = Arrays.stream(members).filter(f -> faces.state(f).settled()).toArray();
    if (stay.length > 0) {
      settled.add(cluster);
    } else if (facts.touched().contains(cluster)) {
      stay = members;
    }
    if (stay.length > 0) {
      anchors.put(cluster, stay);
      Arrays.stream(stay).forEach(face -> anchored[face] = true);
    }
  }

  /** The new cluster of each face. */
  long[] plan(Progress progress) {
    long[] clusters = new long[faces.size()];
    anchors.forEach((id, members) -> Arrays.stream(members).forEach(f -> clusters[f] = id));
    int[] judged = faces.where(face -> !faces.state(face).poor());
    List<int[]> free = new ArrayList<>();
    Pictures pictures = faces.pictures(judged, rules.onePerPicture());
    for (int[] block : grouping.group(faces.select(judged), pictures, progress).blocks()) {
      int[] group = Arrays.stream(block).map(i -> judged[i]).toArray();
      free.add(withoutJoiners(group, clusters));
    }
    OnePerPicture repair = new OnePerPicture(faces, face -> anchored[face]);
    if (rules.onePerPicture()) {
      ClusterMembers.of(clusters)
          .values()
          .forEach(group -> alone(group, repair.stay(group), clusters));
      free.replaceAll(repair::stay);
    }
    number(
        free.stream()
            .filter(group -> group.length > 1)
            .sorted(Comparator.comparingInt(group -> group[0]))
            .toList(),
        clusters);
    return clusters;
  }

  /** Lets the faces of a group join its anchors; what is left. */
  private int[] withoutJoiners(int[] group, long[] clusters) {
    Set<Long> there = new TreeSet<>();
    Arrays.stream(group).filter(f -> anchored[f]).forEach(f -> there.add(clusters[f]));
    if (there.size() > 1) {
      there.retainAll(settled);
    }
    for (int face : group) {
      if (!anchored[face]) {
        clusters[face] = best(face, there);
      }
    }
    return Arrays.stream(group).filter(f -> clusters[f] == FaceState.NONE).toArray();
  }

  private long best(int face, Set<Long> among) {
    long best = FaceState.NONE;
    double most = Double.NEGATIVE_INFINITY;
    for (long cluster : among) {
      if (facts.isApart(faces.state(face).id(), cluster)) {
        continue;
      }
      double similarity =
          among.size() == 1 ? 0 : faces.dot(means.computeIfAbsent(cluster, this::mean), face);
      if (similarity > most) {
        best = cluster;
        most = similarity;
      }
    }
    return best;
  }

  private double[] mean(long cluster) {
    int[] members = anchors.get(cluster);
    double[] mean = new double[faces.dimension()];
    for (int face : members) {
      faces.addTo(mean, face, 1);
    }
    Arrays.setAll(mean, d -> mean[d] / members.length);
    return mean;
  }

  private static void alone(int[] group, int[] stay, long[] clusters) {
    if (stay.length < group.length) {
      Set<Integer> kept = new HashSet<>();
      Arrays.stream(stay).forEach(kept::add);
      Arrays.stream(group)
          .filter(f -> !kept.contains(f))
          .forEach(f -> clusters[f] = FaceState.NONE);
    }
  }

  /** A group that has more faces of an old cluster than any other keeps its number. */
  private void number(List<int[]> groups, long[] clusters) {
    record Overlap(int group, long cluster, int faces) {}
    List<Overlap> overlaps = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      Map<Long, Integer> counts = new TreeMap<>();
      for (int face : groups.get(g)) {
        long old = faces.state(face).cluster();
        if (old != FaceState.NONE && !anchors.containsKey(old)) {
          counts.merge(old, 1, Integer::sum);
        }
      }
      int group = g;
      counts.forEach((cluster, count) -> overlaps.add(new Overlap(group, cluster, count)));
    }
    overlaps.sort(
        Comparator.comparingInt((Overlap o) -> -o.faces)
            .thenComparingLong(Overlap::cluster)
            .thenComparingInt(Overlap::group));
    long[] ids = new long[groups.size()];
    Set<Long> taken = new HashSet<>();
    for (Overlap overlap : overlaps) {
      if (ids[overlap.group] == FaceState.NONE && taken.add(overlap.cluster)) {
        ids[overlap.group] = overlap.cluster;
      }
    }
    long last = facts.last();
    for (int g = 0; g < ids.length; g++) {
      ids[g] = ids[g] == FaceState.NONE ? ++last : ids[g];
      for (int face : groups.get(g)) {
        clusters[face] = ids[g];
      }
    }
  }
}
