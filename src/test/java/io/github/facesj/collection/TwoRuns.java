package io.github.facesj.collection;

import io.github.facesj.cluster.ClusterFacts;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.ClusterPlan;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.cluster.Partition;
import io.github.facesj.cluster.PlanRules;
import io.github.facesj.evaluation.LabelledFaces;
import io.github.facesj.metrics.ClusteringScores;
import io.github.facesj.run.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How well faces are grouped whose photos came in two halves: the second is added to the first. */
public final class TwoRuns {

  private TwoRuns() {}

  /** Every second photo comes first. */
  public static ClusteringScores of(LabelledFaces faces, double threshold) {
    int[] photos = faces.photoNumbers();
    int[] all = IntStream.range(0, photos.length).toArray();
    int[] first = Arrays.stream(all).filter(i -> photos[i] % 2 == 0).toArray();
    long[] before = plan(faces, photos, first, new long[photos.length], false, threshold);
    long[] after = plan(faces, photos, all, before, true, threshold);
    int[] labels = Arrays.stream(all).map(i -> label(after, i)).toArray();
    return ClusteringScores.of(faces.truth(), Partition.of(labels));
  }

  private static int label(long[] clusters, int face) {
    return clusters[face] == FaceState.NONE ? clusters.length + face : (int) clusters[face];
  }

  private static long[] plan(
      LabelledFaces faces, int[] photos, int[] some, long[] old, boolean second, double threshold) {
    List<FaceState> states =
        Arrays.stream(some)
            .mapToObj(
                i ->
                    new FaceState(
                        i + 1, photos[i], 0, old[i], false, second && photos[i] % 2 == 0, false))
            .toList();
    ClusterPlan plan =
        ClusterPlan.of(
            states,
            faces.vectors().select(some),
            new ClusterFacts(Set.of(), Map.of(), Arrays.stream(old).max().orElse(0)),
            new PlanRules(1 - threshold, true, false),
            ClusterMethod.DEFAULT.grouping(threshold),
            Progress.SILENT);
    long[] clusters = new long[photos.length];
    for (int i = 0; i < some.length; i++) {
      clusters[some[i]] = plan.cluster(i);
    }
    return clusters;
  }
}
