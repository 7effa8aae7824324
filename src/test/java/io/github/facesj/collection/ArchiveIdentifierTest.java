package io.github.facesj.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.NamingRule;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.PeopleArchive;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.embed.Distance;
import io.github.facesj.face.Embedding;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve photos of two out of four people each; face by face it is known who is who. */
class ArchiveIdentifierTest {

  private static final int DIMENSION = 128;

  @TempDir Path dir;

  private Archive archive;
  private List<Integer> who;
  private List<Long> faces;
  private Decisions decisions;

  @BeforeEach
  void fill() throws Exception {
    PeopleArchive people = PeopleArchive.of(PeopleArchive.settings("e", "e1", DIMENSION), 4, 3);
    archive = people.create(dir.resolve("a.facesj"));
    who = people.add(archive, 12);
    faces = archive.faces().stream().map(ArchivedFace::id).toList();
    decisions = new Decisions(archive);
  }

  @AfterEach
  void close() throws Exception {
    archive.close();
  }

  private List<Long> of(int person) {
    return IntStream.range(0, who.size())
        .filter(i -> who.get(i) == person)
        .mapToObj(faces::get)
        .toList();
  }

  private static ArchiveIdentifier identifier(boolean onePerPicture) {
    NamingRule rule =
        known ->
            new NameThreshold(
                0.6, "given by the user", Optional.empty(), known.people(), known.comparisons());
    return new ArchiveIdentifier(Distance.COSINE, rule, 2, 0, onePerPicture);
  }

  private ArchiveIdentification identify() throws FacesException {
    return identifier(true).identify(archive, Optional.empty(), Progress.SILENT);
  }

  private String nameOf(ArchiveIdentification answer, long face) {
    return answer.groups().stream()
        .filter(group -> group.faces().contains(face))
        .findFirst()
        .orElseThrow()
        .who()
        .name();
  }

  @Test
  void facesAloneAreLikeTheNamedOnesAndOnlyLikeThose() throws Exception {
    decisions.faces().give(of(0).subList(0, 3), "Ada");
    decisions.faces().give(of(1).subList(0, 3), "Bo");
    ArchiveIdentification answer = identify();
    assertThat(answer.groups()).hasSize(faces.size() - 6);
    for (int person = 0; person < 4; person++) {
      for (long face : person < 2 ? of(person).subList(3, of(person).size()) : of(person)) {
        assertThat(nameOf(answer, face))
            .isEqualTo(List.of("Ada", "Bo", "unknown").get(Math.min(person, 2)));
      }
    }
    List<Double> distances =
        answer.groups().stream().map(g -> g.who().candidates().get(0).distance()).toList();
    assertThat(distances).isSorted();
    assertThat(answer.table().headings())
        .contains("candidate2", "distance2")
        .doesNotContain("candidate3");
    assertThat(answer.table().rows()).hasSize(answer.groups().size());
    assertThat(answer.summary()).contains("known people", "single faces");
    assertThat(identify()).usingRecursiveComparison().isEqualTo(answer);
  }

  /** The distance of a group is that of the mean cosine of all pairs. */
  @Test
  void aClusterIsOneGroupAndIsNamedAsAWhole() throws Exception {
    decisions.faces().give(of(0).subList(0, 3), "Ada");
    decisions.faces().split(of(0).subList(3, 5));
    ArchiveIdentification answer = identify();
    ArchiveIdentification.Group group =
        answer.groups().stream()
            .filter(g -> g.cluster() != FaceState.NONE)
            .findFirst()
            .orElseThrow();
    assertThat(group.faces()).containsExactlyElementsOf(of(0).subList(3, 5));
    double sum = 0;
    var known = archive.vectors(of(0).subList(0, 3).stream().mapToLong(f -> f).toArray());
    var asked = archive.vectors(of(0).subList(3, 5).stream().mapToLong(f -> f).toArray());
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        for (int d = 0; d < DIMENSION; d++) {
          sum += known.values()[i * DIMENSION + d] * asked.values()[j * DIMENSION + d];
        }
      }
    }
    assertThat(group.who().candidates().get(0).distance()).isCloseTo(1 - sum / 6, within(1e-5));
    answer.apply(archive);
    for (long face : of(0)) {
      assertThat(
              ArchiveView.of(archive).faces().stream()
                  .filter(s -> s.face().id() == face)
                  .findFirst()
                  .orElseThrow()
                  .person())
          .contains("Ada");
    }
    int taken = 0;
    while (decisions.undo().isPresent()) {
      taken++;
    }
    assertThat(taken).isGreaterThanOrEqualTo(4);
    assertThat(archive.faces()).allMatch(face -> face.cluster().isEmpty());
  }

  @Test
  void nobodyIsSuggestedTwiceInAPictureOrAgainstAPersonsWord() throws Exception {
    List<Long> ada = of(0);
    decisions.faces().give(ada.subList(0, 3), "Ada");
    decisions.faces().give(List.of(ada.get(3)), "Ada");
    decisions.faces().reject(List.of(ada.get(3)));
    assertThat(nameOf(identify(), ada.get(3))).isEqualTo("unknown");
    assertThat(nameOf(identify(), ada.get(4))).isEqualTo("Ada");

    // A neighbour in the picture of a face is named Ada, too: then that face is not.
    ArchivedFace face = archive.face(ada.get(4));
    long beside =
        archive.faces().stream()
            .filter(f -> f.photo() == face.photo() && f.id() != face.id())
            .findFirst()
            .orElseThrow()
            .id();
    decisions.faces().give(List.of(beside), "Ada");
    assertThat(nameOf(identify(), ada.get(4))).isEqualTo("unknown");
    assertThat(
            nameOf(
                identifier(false).identify(archive, Optional.empty(), Progress.SILENT), ada.get(4)))
        .isEqualTo("Ada");
  }

  @Test
  void ignoredStrangersAndBoxesThatAreNoFacesAreNotAskedAbout() throws Exception {
    decisions.faces().give(of(0).subList(0, 3), "Ada");
    decisions.faces().split(of(1));
    decisions.clusters().ignore(List.of(archive.face(of(1).get(0)).cluster().getAsLong()));
    decisions.faces().nonface(of(2));
    List<Long> asked = new ArrayList<>();
    identify().groups().forEach(group -> asked.addAll(group.faces()));
    assertThat(asked)
        .containsAll(of(3))
        .doesNotContainAnyElementsOf(of(1))
        .doesNotContainAnyElementsOf(of(2));
  }

  @Test
  void aGalleryKnowsPeopleWhoAreNotInTheArchive() throws Exception {
    var vectors = archive.vectors(of(2).stream().mapToLong(f -> f).toArray());
    float[] first = new float[DIMENSION];
    System.arraycopy(vectors.values(), 0, first, 0, DIMENSION);
    Enrolled chidi = new Enrolled("Chidi", "passport.jpg", Embedding.of("e", first));
    ArchiveIdentification answer =
        identifier(true).identify(archive, Optional.of(List.of(chidi)), Progress.SILENT);
    assertThat(of(2)).allMatch(face -> nameOf(answer, face).equals("Chidi"));
    assertThat(of(3)).allMatch(face -> nameOf(answer, face).equals("unknown"));
    answer.apply(archive);
    assertThat(archive.clusterTable().named("Chidi")).isPresent();
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(this::identify)
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("Name people in Review Faces, or choose a gallery");
    assertThatThrownBy(() -> new ArchiveIdentifier(Distance.COSINE, null, 0, 0, true))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new ArchiveIdentifier(Distance.COSINE, null, 1, 2, true))
        .hasMessageContaining("between 0 and 1");
  }
}
