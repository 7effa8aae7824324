package io.github.facesj.collection;

import io.github.facesj.cluster.ClusterFacts;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.ClusterPlan;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.cluster.PlanRules;
import io.github.facesj.evaluation.LabelledFaces;
import io.github.facesj.run.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How many faces have other faces beside them in their cluster after one photo was added to an
 * archive, the new photo's own faces not counted: when they are added as Cluster Archive does it,
 * and when all is made anew.
 *
 * @param photos how many photos were tried, each added to all others
 * @param added mean share of faces that changed by adding
 * @param anew mean share of faces that changed by making all anew
 */
public record AdditionRate(int photos, double added, double anew) {

  public static AdditionRate of(LabelledFaces faces, double threshold, int tries) {
    int[] photos = faces.photoNumbers();
    int count = Arrays.stream(photos).max().orElseThrow() + 1;
    int tried = Math.min(tries, count);
    double added = 0;
    double anew = 0;
    for (int t = 0; t < tried; t++) {
      int photo = (int) ((long) t * count / tried);
      int[] all = IntStream.range(0, photos.length).toArray();
      int[] others = Arrays.stream(all).filter(i -> photos[i] != photo).toArray();
      Before nothing = new Before(new long[photos.length], i -> false);
      long[] before = plan(faces, photos, others, nothing, false, threshold);
      Before there = new Before(before, i -> photos[i] != photo);
      added += changed(others, before, plan(faces, photos, all, there, false, threshold));
      anew += changed(others, before, plan(faces, photos, all, there, true, threshold));
    }
    return new AdditionRate(tried, added / tried, anew / tried);
  }

  /** The cluster of each face, and which an earlier run has looked at. */
  private record Before(long[] clusters, IntPredicate judged) {}

  /** New cluster of each of some faces, at its place among all. */
  private static long[] plan(
      LabelledFaces faces, int[] photos, int[] some, Before old, boolean fresh, double threshold) {
    List<FaceState> states =
        Arrays.stream(some)
            .mapToObj(
                i ->
                    new FaceState(
                        i + 1, photos[i], 0, old.clusters()[i], false, old.judged().test(i), false))
            .toList();
    ClusterPlan plan =
        ClusterPlan.of(
            states,
            faces.vectors().select(some),
            new ClusterFacts(Set.of(), Map.of(), Arrays.stream(old.clusters()).max().orElse(0)),
            new PlanRules(1 - threshold, true, fresh),
            ClusterMethod.DEFAULT.grouping(threshold),
            Progress.SILENT);
    long[] clusters = new long[photos.length];
    for (int i = 0; i < some.length; i++) {
      clusters[some[i]] = plan.cluster(i);
    }
    return clusters;
  }

  /** Share of faces that have other company than before. */
  private static double changed(int[] faces, long[] before, long[] after) {
    Map<Long, Integer> sizesBefore = new HashMap<>();
    Map<Long, Integer> sizesAfter = new HashMap<>();
    Map<List<Long>, Integer> sizesBoth = new HashMap<>();
    for (int face : faces) {
      sizesBefore.merge(cluster(before, face), 1, Integer::sum);
      sizesAfter.merge(cluster(after, face), 1, Integer::sum);
      sizesBoth.merge(List.of(cluster(before, face), cluster(after, face)), 1, Integer::sum);
    }
    long same =
        Arrays.stream(faces)
            .filter(
                face -> {
                  int both = sizesBoth.get(List.of(cluster(before, face), cluster(after, face)));
                  return both == sizesBefore.get(cluster(before, face))
                      && both == sizesAfter.get(cluster(after, face));
                })
            .count();
    return 1 - (double) same / faces.length;
  }

  /** Each face that is alone has a number of its own. */
  private static long cluster(long[] clusters, int face) {
    return clusters[face] == FaceState.NONE ? -1 - face : clusters[face];
  }
}
