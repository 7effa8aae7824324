package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Adds new faces to what is there. Two faces that an earlier run has looked at are together or not
 * as they were, whatever comes: those in a cluster stay in it, and of those that were left alone at
 * most one is joined by a group of new faces. So a photo more changes nobody else's cluster.
 */
final class NewFacePlacement {

  private final PlanFaces faces;
  private final ClusterFacts facts;
  private final PlanRules rules;
  private final Grouping grouping;

  NewFacePlacement(PlanFaces faces, ClusterFacts facts, PlanRules rules, Grouping grouping) {
    this.faces = faces;
    this.facts = facts;
    this.rules = rules;
    this.grouping = grouping;
  }

  /** The new cluster of each face. */
  long[] plan(Progress progress) {
    long[] clusters = faces.clusters();
    int[] coming = faces.where(face -> isFree(face) && !faces.state(face).judged());
    if (coming.length == 0) {
      return clusters;
    }
    new IncrementalAssignment(faces, facts, rules, ClusterMembers.of(clusters), coming)
        .join(coming, clusters, progress);
    int[] left = Arrays.stream(coming).filter(f -> clusters[f] == FaceState.NONE).toArray();
    int[] alone =
        near(faces.where(face -> isFree(face) && faces.state(face).judged()), left, progress);
    number(groups(IntStream.concat(IntStream.of(left), IntStream.of(alone)), progress), clusters);
    return clusters;
  }

  private boolean isFree(int face) {
    return faces.state(face).cluster() == FaceState.NONE && !faces.state(face).poor();
  }

  /** Of the faces that were left alone those that are like a new one. */
  private int[] near(int[] alone, int[] coming, Progress progress) {
    if (alone.length == 0 || coming.length == 0) {
      return new int[0];
    }
    NeighbourGraph nearest =
        new NeighbourSearch(1, rules.similarity())
            .between(faces.select(alone), faces.select(coming), progress);
    return IntStream.range(0, alone.length)
        .filter(i -> nearest.degree(i) > 0)
        .map(i -> alone[i])
        .toArray();
  }

  /** New groups of at least two faces, by their first. */
  private List<int[]> groups(IntStream some, Progress progress) {
    int[] free = some.sorted().toArray();
    Partition partition =
        grouping.group(faces.select(free), faces.pictures(free, rules.onePerPicture()), progress);
    OnePerPicture repair = new OnePerPicture(faces, face -> false);
    SortedMap<Integer, int[]> groups = new TreeMap<>();
    for (int[] block : partition.blocks()) {
      int[] group = withOneOfOld(Arrays.stream(block).map(i -> free[i]).toArray());
      int[] stay = rules.onePerPicture() ? repair.stay(group) : group;
      if (stay.length > 1) {
        groups.put(stay[0], stay);
      }
    }
    return new ArrayList<>(groups.values());
  }

  /** The new faces of a group, and of those that were alone the one most like them. */
  private int[] withOneOfOld(int[] group) {
    double[] sum = new double[faces.dimension()];
    int[] old = Arrays.stream(group).filter(face -> faces.state(face).judged()).toArray();
    if (old.length < 2) {
      return group;
    }
    Arrays.stream(group)
        .filter(face -> !faces.state(face).judged())
        .forEach(face -> faces.addTo(sum, face, 1));
    int best = old[0];
    for (int face : old) {
      best = faces.dot(sum, face) > faces.dot(sum, best) ? face : best;
    }
    int kept = best;
    return Arrays.stream(group)
        .filter(face -> face == kept || !faces.state(face).judged())
        .toArray();
  }

  private void number(List<int[]> groups, long[] clusters) {
    long id = facts.last();
    for (int[] group : groups) {
      id++;
      for (int face : group) {
        clusters[face] = id;
      }
    }
  }
}
