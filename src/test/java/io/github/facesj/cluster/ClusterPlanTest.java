package io.github.facesj.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a run puts faces, case by case: faces are angles on a circle. */
class ClusterPlanTest {

  private static final PlanRules ADD = new PlanRules(0.9, true, false);
  private static final PlanRules FRESH = new PlanRules(0.9, true, true);
  private static final ClusterFacts NONE = new ClusterFacts(Set.of(), Map.of(), 9);

  private final List<FaceState> faces = new ArrayList<>();
  private final List<float[]> rows = new ArrayList<>();

  private ClusterPlanTest face(double degrees, long photo, long cluster, String how) {
    faces.add(
        new FaceState(
            faces.size() + 1,
            photo,
            0,
            cluster,
            how.contains("settled"),
            how.contains("judged"),
            how.contains("poor")));
    double angle = Math.toRadians(degrees);
    rows.add(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
    return this;
  }

  private List<Long> plan(PlanRules rules, ClusterFacts facts) {
    ClusterPlan plan =
        ClusterPlan.of(
            faces,
            Vectors.of(2, rows),
            facts,
            rules,
            new Chains(rules.similarity()),
            Progress.SILENT);
    return faces.stream().map(f -> plan.cluster(faces.indexOf(f))).toList();
  }

  @Test
  void aNewFaceJoinsTheClusterItIsMostLike() {
    face(0, 1, 4, "judged").face(10, 2, 4, "judged").face(40, 3, 6, "judged");
    face(42, 4, 6, "judged").face(24, 5, 0, "");
    assertThat(plan(ADD, NONE)).containsExactly(4L, 4L, 6L, 6L, 6L);
  }

  @Test
  void aNewFaceIsComparedWithTheCentroidAndNotWithFacesOnAverage() {
    face(0, 1, 4, "judged").face(60, 2, 4, "judged").face(30, 3, 0, "");
    assertThat(plan(ADD, NONE)).containsExactly(4L, 4L, 4L);
  }

  @Test
  void ofTwoInOnePhotoTheMoreSimilarJoinsAndTheOtherTakesItsNextBest() {
    face(0, 1, 4, "judged").face(1, 2, 4, "judged").face(20, 3, 6, "judged");
    face(21, 4, 6, "judged").face(2, 5, 0, "").face(8, 5, 0, "");
    assertThat(plan(ADD, NONE)).endsWith(4L, 6L);
  }

  @Test
  void whereItWasRuledOutItDoesNotJoin() {
    face(0, 1, 4, "judged").face(1, 2, 4, "judged").face(2, 3, 0, "");
    assertThat(plan(ADD, new ClusterFacts(Set.of(4L), Map.of(3L, Set.of(4L)), 9))).endsWith(0L);
  }

  @Test
  void manyRivalsInOnePhotoAllFindTheirPlace() {
    for (int i = 0; i < 30; i++) {
      face(i * 0.1, 100 + i, 1 + i, "judged settled");
    }
    for (int i = 0; i < 30; i++) {
      face(i * 0.1, 7, 0, "");
    }
    List<Long> all = plan(ADD, new ClusterFacts(Set.of(), Map.of(), 30));
    assertThat(all.subList(30, 60)).doesNotHaveDuplicates().doesNotContain(0L);
  }

  @Test
  void twoThatWereAloneAreNotJoinedByANewFaceBetweenThem() {
    face(0, 1, 0, "judged").face(30, 2, 0, "judged").face(14, 3, 0, "");
    assertThat(plan(ADD, NONE)).containsExactly(10L, 0L, 10L);
  }

  @Test
  void madeAnewTheyAre() {
    face(0, 1, 0, "judged").face(30, 2, 0, "judged").face(14, 3, 0, "");
    assertThat(plan(FRESH, NONE)).containsExactly(10L, 10L, 10L);
  }

  @Test
  void newClustersAreNumberedByTheirFirstFace() {
    face(90, 1, 0, "").face(0, 2, 0, "").face(1, 3, 0, "").face(91, 4, 0, "");
    assertThat(plan(ADD, NONE)).containsExactly(10L, 11L, 11L, 10L);
  }

  @Test
  void madeAnewAClusterKeepsItsNumberWhereMostOfItsFacesAre() {
    face(0, 1, 5, "judged").face(90, 2, 5, "judged").face(91, 3, 5, "judged");
    face(1, 4, 0, "").face(92, 5, 7, "judged");
    assertThat(plan(FRESH, NONE)).containsExactly(10L, 5L, 5L, 10L, 5L);
  }

  @Test
  void madeAnewOthersJoinTheSettled() {
    face(0, 1, 5, "settled").face(1, 2, 6, "judged").face(2, 3, 0, "");
    assertThat(plan(FRESH, NONE)).containsExactly(5L, 5L, 5L);
  }

  @Test
  void betweenTwoSettledPeopleEachJoinsTheMoreSimilar() {
    face(0, 1, 5, "settled").face(5, 2, 0, "").face(14, 3, 0, "").face(20, 4, 6, "settled");
    assertThat(plan(FRESH, NONE)).containsExactly(5L, 5L, 6L, 6L);
  }

  @Test
  void aNamedClusterWithoutSettledFacesStaysWhole() {
    face(0, 1, 5, "judged").face(90, 2, 5, "judged").face(91, 3, 0, "");
    assertThat(plan(FRESH, new ClusterFacts(Set.of(5L), Map.of(), 9))).containsExactly(5L, 5L, 5L);
  }

  @Test
  void aPhotoGivesAClusterOnlyTheFaceMostLikeTheRest() {
    face(0, 1, 0, "").face(1, 2, 0, "").face(2, 3, 0, "").face(12, 3, 0, "");
    assertThat(plan(ADD, NONE)).containsExactly(10L, 10L, 10L, 0L);
    assertThat(plan(new PlanRules(0.9, false, false), NONE)).containsExactly(10L, 10L, 10L, 10L);
  }

  @Test
  void aSettledFaceMakesTheOthersOfItsPhotoLeave() {
    face(0, 1, 5, "settled").face(1, 1, 0, "").face(2, 2, 0, "");
    assertThat(plan(FRESH, NONE)).containsExactly(5L, 0L, 5L);
  }

  @Test
  void whatAPersonPutTogetherOfOnePhotoStaysSo() {
    face(0, 1, 5, "settled").face(80, 1, 5, "settled").face(1, 2, 0, "");
    assertThat(plan(FRESH, NONE)).containsExactly(5L, 5L, 5L);
  }

  @Test
  void nonsenseIsRefused() {
    face(0, 1, 0, "");
    faces.add(faces.get(0));
    rows.add(rows.get(0));
    assertThatThrownBy(() -> plan(ADD, NONE)).hasMessage("Face 1 was given twice.");
    rows.remove(1);
    assertThatThrownBy(() -> plan(ADD, NONE)).hasMessageContaining("2 faces do not fit 1 vectors");
    assertThatThrownBy(() -> new PlanRules(2, true, true)).hasMessageContaining("between -1 and 1");
    assertThatThrownBy(() -> new FaceState(1, 1, 0, 0, true, false, false))
        .hasMessageContaining("settled there");
  }
}
