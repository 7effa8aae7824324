package io.github.facesj.fiji.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters 1 and 2 are Ada, 3 is Bo, 4 Chidi, 5 Dora, 6 Emil, 7 Farah. */
class ReviewModelTest {

  @TempDir Path folder;
  private Path file;
  private ReviewModel model;

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("a.facesj");
    model = new ReviewModel(SampleArchive.small(file));
  }

  @AfterEach
  void close() throws FacesException {
    model.close();
  }

  private List<Long> clusters(ReviewFilter filter) {
    return model.rows(filter).stream()
        .flatMap(row -> row.cluster().stream())
        .map(ArchivedCluster::id)
        .toList();
  }

  private ReviewRow row(long cluster) {
    return model.faces().row(cluster).orElseThrow();
  }

  private static List<Long> ids(ReviewRow row) {
    return row.faces().stream().map(ArchivedFace::id).toList();
  }

  @Test
  void showsTheBiggestFirst() {
    assertThat(clusters(ReviewFilter.ALL)).containsExactly(3L, 4L, 5L, 6L, 7L, 1L, 2L);
    ReviewRow ada = row(1);
    assertThat(ada.title()).isEqualTo("unnamed");
    assertThat(ada.count()).isEqualTo("3 faces");
    assertThat(ada.dates()).isEqualTo("1998\u20132000");
    assertThat(ada.faces()).isSortedAccordingTo((a, b) -> Double.compare(b.quality(), a.quality()));
  }

  @Test
  void namesThatDifferInCapitalsOnlyAreTold() throws FacesException {
    model.decide(d -> d.clusters().name(1, "Ada Roe"));
    assertThat(model.alike("Ada Roe")).isEmpty();
    model.decide(d -> d.clusters().name(3, "ada roe"));
    model.decide(d -> d.clusters().name(4, "Bo"));
    assertThat(model.alike("ada roe")).contains("\"Ada Roe\" and \"ada roe\"");
    assertThat(model.alike("Bo")).isEmpty();
  }

  @Test
  void filtersByKindNameDateAndFolder() throws FacesException {
    model.decide(d -> d.clusters().name(1, "Ada"));
    model.decide(d -> d.clusters().ignore(List.of(7L)));
    model.decide(d -> d.faces().nonface(List.of(row(6).faces().get(0).id())));
    assertThat(clusters(ReviewFilter.ALL)).doesNotContain(7L).contains(1L);
    assertThat(clusters(ReviewFilter.ALL.showing(ShownFaces.UNNAMED))).doesNotContain(1L, 7L);
    assertThat(clusters(ReviewFilter.ALL.showing(ShownFaces.NAMED))).containsExactly(1L);
    assertThat(clusters(ReviewFilter.ALL.showing(ShownFaces.IGNORED))).containsExactly(7L);
    List<ReviewRow> nonfaces = model.rows(ReviewFilter.ALL.showing(ShownFaces.NONFACES));
    assertThat(nonfaces).hasSize(1);
    assertThat(nonfaces.get(0).title()).isEqualTo("not faces");
    ReviewRow alone = model.rows(ReviewFilter.ALL.showing(ShownFaces.ALONE)).get(0);
    assertThat(alone.title()).isEqualTo("in no cluster");
    assertThat(alone.faces()).hasSizeGreaterThan(20);
    assertThat(clusters(new ReviewFilter(ShownFaces.CLUSTERS, "aD", "", "", "")))
        .containsExactly(1L);
    ReviewRow some =
        model.rows(new ReviewFilter(ShownFaces.CLUSTERS, "Ada", "", "1999", "1999-05")).get(0);
    assertThat(some.count()).isEqualTo("1 of 3 faces");
    String bo = model.faces().folders().stream().filter(f -> f.endsWith("/bo")).findFirst().get();
    assertThat(clusters(new ReviewFilter(ShownFaces.CLUSTERS, "", bo, "", ""))).containsExactly(3L);
    assertThatThrownBy(() -> new ReviewFilter(ShownFaces.CLUSTERS, "", "", "May", ""))
        .hasMessageContaining("\"May\" is no date");
  }

  @Test
  void asksAboutTheLikeliestPairAndBelievesTheAnswer() throws FacesException {
    MergeSuggestion first = model.questions(Progress.SILENT).get(0);
    assertThat(first.a()).isEqualTo(1);
    assertThat(first.b()).isEqualTo(2);
    model.decide(d -> d.clusters().differ(1, 2));
    assertThat(model.questions(Progress.SILENT)).noneMatch(q -> q.a() == 1 && q.b() == 2);
    model.decide(Decisions::undo);
    assertThat(model.questions(Progress.SILENT).get(0)).isEqualTo(first);
    model.decide(d -> d.clusters().name(1, "Ada"));
    model.decide(d -> d.clusters().name(2, "Eve"));
    assertThat(model.questions(Progress.SILENT)).noneMatch(q -> q.a() == 1 && q.b() == 2);
  }

  @Test
  void doesNotAskAboutTwoWhoAreOnOnePicture() throws FacesException {
    List<ArchivedFace> group =
        model
            .faces()
            .picture(
                model
                    .rows(ReviewFilter.ALL.showing(ShownFaces.ALONE))
                    .get(0)
                    .faces()
                    .get(0)
                    .photo(),
                0);
    model.decide(d -> d.faces().give(List.of(group.get(0).id()), "x"));
    model.decide(d -> d.faces().split(List.of(group.get(1).id())));
    long x = model.faces().picture(group.get(0).photo(), 0).get(0).cluster().getAsLong();
    long other = model.faces().picture(group.get(0).photo(), 0).get(1).cluster().getAsLong();
    assertThat(model.questions(Progress.SILENT))
        .isNotEmpty()
        .noneMatch(q -> q.a() == Math.min(x, other) && q.b() == Math.max(x, other));
  }

  @Test
  void guessesWhoAClusterIs() throws FacesException {
    assertThat(model.guesses(row(2))).isEmpty();
    model.decide(d -> d.clusters().name(3, "Bo"));
    model.decide(d -> d.clusters().name(1, "Ada"));
    List<ReviewModel.Guess> guesses = model.guesses(row(2));
    assertThat(guesses).extracting(ReviewModel.Guess::name).containsExactly("Ada", "Bo");
    assertThat(guesses.get(0).likeness()).isGreaterThan(0.7);
    assertThat(model.guesses(row(1))).as("of somebody known").isEmpty();
    List<Long> ada = ids(row(2));
    model.decide(d -> d.faces().give(ada, "Ada"));
    assertThat(row(1).faces()).hasSize(5);
  }

  @Test
  void theNextWindowShowsWhatThisOneLeft() throws FacesException {
    model.decide(d -> d.clusters().name(1, "Ada"));
    model.decide(d -> d.clusters().merge(List.of(1L, 2L)));
    model.decide(d -> d.faces().split(List.of(ids(row(3)).get(0))));
    model.decide(d -> d.faces().reject(List.of(ids(row(4)).get(0))));
    model.decide(d -> d.clusters().name(5, "Dora"));
    model.decide(Decisions::undo);
    List<ReviewRow> before = model.rows(ReviewFilter.ALL);
    model.close();
    model = new ReviewModel(Archive.open(file));
    assertThat(model.rows(ReviewFilter.ALL)).isEqualTo(before);
    assertThat(model.redoable().orElseThrow()).hasToString("name 5 faces \"Dora\"");
    assertThat(model.faces().names()).containsExactly("Ada");
  }
}
