package io.github.facesj.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.PeopleArchive;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.Partition;
import io.github.facesj.cluster.PlanRules;
import io.github.facesj.metrics.ClusteringScores;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on an archive of ten people, and what is in the file afterwards. */
class ClusterRunTest {

  private static final int PEOPLE = 10;

  @TempDir Path folder;
  private PeopleArchive photos;
  private Archive archive;
  private final List<Integer> who = new ArrayList<>();

  @BeforeEach
  void open() throws FacesException {
    photos = PeopleArchive.of(PeopleArchive.settings("e", "e1", 64), PEOPLE, 7);
    archive = photos.create(folder.resolve("a.facesj"));
    who.addAll(photos.add(archive, 40));
  }

  @AfterEach
  void close() throws FacesException {
    archive.close();
  }

  private static ClusterRun run(double quality, boolean fresh) {
    return new ClusterRun(
        ClusterMethod.DEFAULT.grouping(0.5),
        new PlanRules(0.5, true, fresh),
        new MatchThreshold(0.5, "given by the user", Optional.empty()),
        quality);
  }

  private ClusterReport add() throws FacesException {
    return run(0, false).run(archive, Progress.SILENT);
  }

  private ClusterReport renew() throws FacesException {
    return run(0, true).run(archive, Progress.SILENT);
  }

  private long cluster(int face) throws FacesException {
    return archive.faces().get(face).cluster().orElse(-face - 1);
  }

  private Partition found() throws FacesException {
    int[] labels = new int[who.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (int) cluster(i);
    }
    return Partition.of(labels);
  }

  private Partition truth() {
    return Partition.of(who.stream().mapToInt(Integer::intValue).toArray());
  }

  private List<OptionalLong> clusters() throws FacesException {
    return archive.faces().stream().map(ArchivedFace::cluster).toList();
  }

  @Test
  void peopleBecomeClustersNumberedByTheirFirstFace() throws FacesException {
    ClusterReport report = add();
    assertThat(ClusteringScores.of(truth(), found()).bCubed().f()).isGreaterThan(0.95);
    assertThat(cluster(0)).isEqualTo(1);
    assertThat(report.faces()).isEqualTo(who.size());
    assertThat(report.before()).isZero();
    assertThat(report.created()).isEqualTo(report.clusters().size());
    assertThat(report.doubled()).isZero();
    assertThat(report.agreement()).isEqualTo(1);
    assertThat(report.clusters().stream().mapToInt(ClusterSize::faces).sum() + report.alone())
        .isEqualTo(report.faces());
    assertThat(report.summary())
        .contains(
            "clusters (0 with a name)", "0 clusters hold two faces of one picture", "100.0 %");
    assertThat(report.table(1).rows()).hasSize(report.clusters().size());
    assertThat(report.table(1000).rows()).isEmpty();
  }

  @Test
  void aSecondRunChangesNothing() throws FacesException {
    add();
    List<OptionalLong> before = clusters();
    ClusterReport again = add();
    assertThat(clusters()).isEqualTo(before);
    assertThat(again.before()).isEqualTo(again.faces());
    assertThat(again.joined() + again.created()).isZero();
    renew();
    List<OptionalLong> anew = clusters();
    renew();
    assertThat(clusters()).isEqualTo(anew);
  }

  @Test
  void newFacesJoinAndOldOnesStay() throws FacesException {
    add();
    List<OptionalLong> before = clusters();
    who.addAll(photos.add(archive, 20));
    ClusterReport report = add();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).isPresent()) {
        assertThat(clusters().get(i)).isEqualTo(before.get(i));
      }
    }
    assertThat(report.joined()).isGreaterThan(30);
    assertThat(ClusteringScores.of(truth(), found()).bCubed().f()).isGreaterThan(0.95);
  }

  @Test
  void namesSurviveAndWhatWasRuledOutIsObeyed() throws FacesException {
    add();
    Decisions decisions = new Decisions(archive);
    long ada = cluster(0);
    decisions.clusters().name(ada, "Ada");
    long other = cluster(1);
    decisions.faces().reject(List.of(2L));
    who.addAll(photos.add(archive, 20));
    add();
    assertThat(archive.clusterTable().named("Ada").map(ArchivedCluster::id)).hasValue(ada);
    assertThat(archive.face(2).cluster()).isNotEqualTo(OptionalLong.of(other));
    renew();
    assertThat(archive.clusterTable().named("Ada").map(ArchivedCluster::id)).hasValue(ada);
    assertThat(archive.faceTable().in(ada))
        .filteredOn(ArchivedFace::settled)
        .hasSizeGreaterThan(3)
        .allSatisfy(face -> assertThat(who.get((int) face.id() - 1)).isEqualTo(who.get(0)));
    assertThat(archive.face(2).cluster()).isNotEqualTo(OptionalLong.of(other));
  }

  @Test
  void whatIsNoFaceIsLeftOutOfEverything() throws FacesException {
    add();
    new Decisions(archive).faces().nonface(List.of(1L));
    renew();
    assertThat(archive.face(1).cluster()).isEmpty();
  }

  @Test
  void facesTooPoorAreLeftAloneAndCountedUntilTheyAreAskedFor() throws FacesException {
    ClusterReport report = run(0.5, false).run(archive, Progress.SILENT);
    long poor = archive.faces().stream().filter(f -> f.quality() < 0.5).count();
    assertThat(report.poor()).isEqualTo((int) poor).isPositive();
    assertThat(report.faces() + report.poor()).isEqualTo(who.size());
    assertThat(archive.faces())
        .filteredOn(f -> f.quality() < 0.5)
        .allMatch(f -> f.cluster().isEmpty());
    ClusterReport all = add();
    assertThat(all.poor()).isZero();
    assertThat(all.joined()).isGreaterThan((int) poor / 2);
  }

  @Test
  void clustersThatNobodyTouchedAreGoneWithTheirLastFace() throws FacesException {
    add();
    run(1, true).run(archive, Progress.SILENT);
    assertThat(archive.clusters()).isEmpty();
    add();
    assertThat(archive.clusters()).first().extracting(ArchivedCluster::id).isEqualTo(11L);
  }

  @Test
  void aStoppedRunLeavesTheArchiveAsItWas() throws FacesException {
    Progress stopped =
        new Progress() {
          @Override
          public void at(long done, long total, String what) {}

          @Override
          public boolean isCanceled() {
            return true;
          }

          @Override
          public void warn(Problem problem) {}
        };
    assertThatThrownBy(() -> run(0, false).run(archive, stopped))
        .hasMessageContaining("was stopped, so the archive a.facesj is as it was");
    assertThat(clusters()).allMatch(OptionalLong::isEmpty);
    assertThat(add().before()).isZero();
  }

  @Test
  void anArchiveWithoutFacesHasNoClusters() throws FacesException {
    try (Archive empty = photos.create(folder.resolve("empty.facesj"))) {
      assertThat(run(0, false).run(empty, Progress.SILENT).clusters()).isEmpty();
      assertThat(run(0, true).run(empty, Progress.SILENT).summary()).contains("0 faces in 0");
    }
  }

  @Test
  void aQualityIsAShare() {
    assertThatThrownBy(() -> run(2, false)).hasMessageContaining("between 0 and 1, but was 2");
  }
}
