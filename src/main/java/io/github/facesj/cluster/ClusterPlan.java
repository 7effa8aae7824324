package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.List;

/**
 * Where a run would put each face: a pure function of what was there before, what people decided,
 * and how alike the faces are. Whatever the rules, no settled face is ever moved and none is put
 * where it was ruled out. The result does not depend on the order in which the faces are given.
 */
public final class ClusterPlan {

  private final long[] clusters;
  private final boolean[] judged;

  private ClusterPlan(long[] clusters, boolean[] judged) {
    this.clusters = clusters;
    this.judged = judged;
  }

  /**
   * Plans a run. Adding keeps for every two faces that an earlier run has looked at whether they
   * are together; making anew keeps what people settled, and the numbers of clusters that go on to
   * be.
   *
   * @param faces all that are faces, in any order
   * @param vectors row i is that of the i-th face
   * @param facts what people decided
   * @param rules how faces are placed
   * @param grouping groups those that are new, or all where it is made anew
   * @return no plan to carry out if the progress was canceled meanwhile
   * @throws IllegalArgumentException if faces and vectors do not fit each other, or a face is there
   *     twice
   */
  public static ClusterPlan of(
      List<FaceState> faces,
      Vectors vectors,
      ClusterFacts facts,
      PlanRules rules,
      Grouping grouping,
      Progress progress) {
    PlanFaces sorted = new PlanFaces(faces, vectors);
    long[] planned =
        rules.fresh()
            ? new Recluster(sorted, facts, rules, grouping).plan(progress)
            : new NewFacePlacement(sorted, facts, rules, grouping).plan(progress);
    long[] clusters = new long[planned.length];
    boolean[] judged = new boolean[planned.length];
    for (int face = 0; face < planned.length; face++) {
      FaceState before = sorted.state(face);
      clusters[sorted.row(face)] = planned[face];
      boolean asBefore = before.judged() && (!rules.fresh() || planned[face] != FaceState.NONE);
      judged[sorted.row(face)] = !before.poor() || asBefore;
    }
    return new ClusterPlan(clusters, judged);
  }

  /** Number of faces. */
  public int size() {
    return clusters.length;
  }

  /**
   * The cluster in which a face is to be, or {@link FaceState#NONE}.
   *
   * @param face place in the list that was given
   */
  public long cluster(int face) {
    return clusters[face];
  }

  /** Whether the face has now been looked at by a run. */
  public boolean judged(int face) {
    return judged[face];
  }
}
