package io.github.facesj.collection;

import io.github.facesj.cluster.ClusterFacts;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.ClusterPlan;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.cluster.Partition;
import io.github.facesj.cluster.PlanRules;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.metrics.ClusteringScores;
import io.github.facesj.run.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How well the default groups faces: all photos at once, and in two runs, of which the second adds
 * every second photo to those of the first.
 *
 * @param once all at once
 * @param twice in two runs
 */
public record TwoRuns(ClusteringScores once, ClusteringScores twice) {

  /**
   * @param people who each face is
   * @param some the faces to take
   */
  public static TwoRuns of(
      Vectors vectors, int[] photos, List<String> people, int[] some, double threshold) {
    int[] all = IntStream.range(0, some.length).toArray();
    Faces faces =
        new Faces(
            vectors.select(some), Arrays.stream(some).map(i -> photos[i]).toArray(), threshold);
    Partition truth =
        Partition.of(Arrays.stream(some).map(i -> people.indexOf(people.get(i))).toArray());
    int[] first = Arrays.stream(all).filter(faces::isFirst).toArray();
    long[] none = new long[some.length];
    long[] before = faces.plan(first, none, false);
    return new TwoRuns(
        scores(truth, faces.plan(all, none, false)), scores(truth, faces.plan(all, before, true)));
  }

  private static ClusteringScores scores(Partition truth, long[] clusters) {
    int[] labels = new int[clusters.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = clusters[i] == FaceState.NONE ? clusters.length + i : (int) clusters[i];
    }
    return ClusteringScores.of(truth, Partition.of(labels));
  }

  private record Faces(Vectors vectors, int[] photos, double threshold) {

    boolean isFirst(int face) {
      return photos[face] % 2 == 0;
    }

    long[] plan(int[] some, long[] old, boolean second) {
      List<FaceState> states =
          Arrays.stream(some)
              .mapToObj(
                  i ->
                      new FaceState(
                          i + 1, photos[i], 0, old[i], false, second && isFirst(i), false))
              .toList();
      ClusterPlan plan =
          ClusterPlan.of(
              states,
              vectors.select(some),
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
}
