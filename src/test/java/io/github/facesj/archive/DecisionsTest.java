package io.github.facesj.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.archive.ClusterTable.Apart;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters 1 (faces 1, 2, 3), 2 (faces 4, 5) and 3 (faces 6, 7); face 8 is alone. */
class DecisionsTest {

  @TempDir Path folder;
  private Path file;
  private Archive archive;
  private Decisions decisions;

  @BeforeEach
  void open() throws FacesException {
    file = folder.resolve("a.facesj");
    archive = SmallArchive.of(file, 1, 1, 1, 2, 2, 3, 3, 0);
    decisions = new Decisions(archive);
  }

  @AfterEach
  void close() throws FacesException {
    archive.close();
  }

  private void reopen() throws FacesException {
    archive.close();
    archive = Archive.open(file);
    decisions = new Decisions(archive);
  }

  private Optional<String> name(long cluster) throws FacesException {
    return archive.clusterTable().get(cluster).name();
  }

  @Test
  void aNameSettlesTheFacesOfTheCluster() throws FacesException {
    DecisionOutcome done = decisions.clusters().name(1, "  Ada ").orElseThrow();
    assertThat(done.decision()).hasToString("name 3 faces \"Ada\"");
    assertThat(done.faces()).containsExactly(1L, 2L, 3L);
    assertThat(name(1)).contains("Ada");
    assertThat(archive.faceTable().in(1)).allMatch(ArchivedFace::settled);
    assertThat(decisions.clusters().name(1, "Ada")).isEmpty();
    assertThat(decisions.undoable()).contains(done.decision());
  }

  @Test
  void theNameOfAnotherPutsThemTogether() throws FacesException {
    decisions.clusters().name(2, "Ada");
    archive.clusterTable().keepApart(new Apart(6, 1));
    decisions.clusters().name(1, "Ada");
    assertThat(SmallArchive.members(archive, 2)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(archive.clusters()).extracting(ArchivedCluster::id).containsExactly(2L, 3L);
    assertThat(archive.clusterTable().apart()).containsExactly(new Apart(6, 2));
    decisions.undo();
    assertThat(SmallArchive.members(archive, 1)).containsExactly(1L, 2L, 3L);
    assertThat(archive.clusterTable().apart()).containsExactly(new Apart(6, 1));
  }

  @Test
  void twoWhoChangeNamesDoNotMix() throws FacesException {
    decisions.clusters().name(1, "Ada");
    decisions.clusters().name(2, "Bo");
    decisions.clusters().name(1, "Cy");
    decisions.clusters().name(2, "Ada");
    assertThat(name(1)).contains("Cy");
    assertThat(name(2)).contains("Ada");
    decisions.undo();
    decisions.undo();
    assertThat(name(1)).contains("Ada");
    assertThat(name(2)).contains("Bo");
  }

  @Test
  void theLargestOrTheNamedTakesInTheOthers() throws FacesException {
    decisions.clusters().merge(List.of(2L, 1L));
    assertThat(SmallArchive.members(archive, 1)).containsExactly(1L, 2L, 3L, 4L, 5L);
    decisions.undo();
    decisions.clusters().name(3, "Ada");
    decisions.clusters().merge(List.of(1L, 2L, 3L));
    assertThat(SmallArchive.members(archive, 3)).hasSize(7);
    decisions.undo();
    decisions.clusters().name(1, "Bo");
    assertThatThrownBy(() -> decisions.clusters().merge(List.of(1L, 3L)))
        .hasMessageContaining("Bo and Ada have names of their own");
  }

  @Test
  void aSplitIsForEver() throws FacesException {
    decisions.faces().split(List.of(1L));
    assertThat(archive.face(1).cluster()).hasValue(4);
    assertThat(archive.face(1).settled()).isTrue();
    assertThat(archive.clusterTable().apart())
        .containsExactly(new Apart(1, 1), new Apart(2, 4), new Apart(3, 4));
    decisions.clusters().merge(List.of(1L, 4L));
    assertThat(archive.clusterTable().apart()).isEmpty();
    decisions.undo();
    assertThat(archive.clusterTable().apart()).hasSize(3);
    assertThatThrownBy(() -> decisions.faces().split(List.of(4L, 5L)))
        .hasMessageContaining("all the faces of their cluster");
  }

  @Test
  void facesGoToAPersonAndTheRestMayFollow() throws FacesException {
    decisions.clusters().name(2, "Ada");
    decisions.faces().give(List.of(1L, 8L), "Ada");
    assertThat(SmallArchive.members(archive, 2)).containsExactly(1L, 4L, 5L, 8L);
    assertThat(archive.clusterTable().apart())
        .containsExactly(new Apart(1, 1), new Apart(2, 2), new Apart(3, 2));
    decisions.faces().give(List.of(2L, 3L), "Ada");
    assertThat(archive.clusters()).extracting(ArchivedCluster::id).containsExactly(2L, 3L);
    assertThat(archive.clusterTable().apart()).isEmpty();
    decisions.faces().give(List.of(6L), "Zoe");
    assertThat(archive.clusterTable().named("Zoe").orElseThrow().id()).isGreaterThan(3);
  }

  @Test
  void aRejectedFaceNeverComesBack() throws FacesException {
    decisions.clusters().name(1, "Ada");
    decisions.faces().reject(List.of(3L));
    assertThat(archive.face(3).cluster()).isEmpty();
    assertThat(archive.face(3).settled()).isFalse();
    assertThat(archive.clusterTable().apart()).containsExactly(new Apart(3, 1));
    assertThatThrownBy(() -> decisions.faces().reject(List.of(8L)))
        .hasMessageContaining("belongs to nobody");
  }

  @Test
  void noFaceAndStrangers() throws FacesException {
    decisions.faces().nonface(List.of(4L, 5L));
    assertThat(archive.face(4).nonface()).isTrue();
    assertThat(archive.face(4).cluster()).isEmpty();
    assertThat(archive.clusters()).extracting(ArchivedCluster::id).containsExactly(1L, 3L);
    decisions.faces().face(List.of(4L, 1L));
    assertThat(archive.face(4).nonface()).isFalse();
    assertThat(archive.face(1).cluster()).hasValue(1);
    decisions.clusters().ignore(List.of(3L));
    assertThat(archive.clusterTable().get(3).ignored()).isTrue();
    assertThat(archive.faceTable().in(3)).allMatch(ArchivedFace::settled);
    decisions.clusters().unignore(List.of(3L));
    assertThat(archive.clusterTable().get(3).ignored()).isFalse();
    decisions.clusters().name(3, "Ada");
    assertThatThrownBy(() -> decisions.clusters().ignore(List.of(3L)))
        .hasMessageContaining("Ada has a name");
  }

  @Test
  void differentPeopleStayApartBothWays() throws FacesException {
    decisions.clusters().differ(2, 3);
    assertThat(archive.clusterTable().apart())
        .containsExactly(new Apart(4, 3), new Apart(5, 3), new Apart(6, 2), new Apart(7, 2));
  }

  @Test
  void aDrawnFaceGoesAndComesWithItsDecision() throws FacesException {
    DecisionOutcome drawn = decisions.faces().draw(1, SmallArchive.face(9, 30), Optional.of("Ada"));
    long id = drawn.faces().iterator().next();
    ArchivedFace face = archive.face(id);
    assertThat(face.number()).isEqualTo(2);
    assertThat(face.settled()).isTrue();
    decisions.faces().reject(List.of(id));
    decisions.undo();
    decisions.undo();
    assertThat(archive.faces()).hasSize(8);
    assertThat(archive.clusterTable().named("Ada")).isEmpty();
    reopen();
    decisions.redo();
    assertThat(archive.face(id))
        .isEqualTo(
            new ArchivedFace(
                id,
                1,
                0,
                2,
                face.box(),
                face.score(),
                face.quality(),
                face.points(),
                true,
                false,
                face.cluster(),
                true));
    assertThat(archive.thumbnail(id)).containsExactly(1, 2, 3);
    decisions.redo();
    assertThat(archive.face(id).cluster()).isEmpty();
  }

  @Test
  void aRunInBetweenIsNotUndone() throws FacesException {
    decisions.faces().reject(List.of(3L));
    decisions.faces().split(List.of(4L));
    long split = archive.face(4).cluster().getAsLong();
    // A run puts the rejected face, and one that was alone, where they seem to belong.
    archive.faceTable().place(new long[] {3}, OptionalLong.of(2), false);
    archive.faceTable().place(new long[] {8}, OptionalLong.of(split), false);
    decisions.undo();
    assertThat(archive.face(4).cluster()).hasValue(2);
    assertThat(archive.face(8).cluster()).as("the run's choice").hasValue(split);
    decisions.undo();
    assertThat(archive.face(3).cluster()).as("the run's choice").hasValue(2);
    assertThat(archive.clusterTable().apart()).isEmpty();
  }

  @Test
  void allIsInTheFileAtOnce() throws Exception {
    decisions.clusters().name(1, "Ada");
    decisions.clusters().merge(List.of(1L, 2L));
    decisions.undo();
    try (Archive reader = Archive.read(file)) {
      assertThat(reader.clusters().get(0).name()).contains("Ada");
      assertThat(new Decisions(reader).undoable().orElseThrow())
          .hasToString("name 3 faces \"Ada\"");
      assertThat(new Decisions(reader).redoable().orElseThrow())
          .hasToString("put together 5 faces \"Ada\"");
    }
    decisions.clusters().name(1, "Ada");
    assertThat(decisions.redoable()).as("nothing was decided, so nothing is lost").isPresent();
    decisions.clusters().unname(1);
    assertThat(decisions.redoable()).isEmpty();
  }

  @Test
  void nothingOfADeletedPersonStaysInTheJournal() throws Exception {
    decisions.clusters().name(1, "Adda Secret");
    decisions.clusters().name(1, "Ada Secret");
    decisions.faces().reject(List.of(3L));
    decisions.clusters().name(2, "Bo");
    new Journal(archive.sql()).forget(1);
    archive.faceTable().remove(new long[] {1, 2});
    archive.clusterTable().remove(1);
    new Journal(archive.sql()).tidy();
    archive.close();
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = raw.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM decision UNION SELECT old_name FROM changed_cluster"
                    + " UNION SELECT new_name FROM changed_cluster")) {
      while (rows.next()) {
        assertThat(String.valueOf(rows.getString(1))).doesNotContain("Secret");
      }
    }
    archive = Archive.open(file);
    decisions = new Decisions(archive);
    while (decisions.undo().isPresent()) {
      assertThat(archive.clusters()).allMatch(c -> !c.toString().contains("Secret"));
    }
    while (decisions.redo().isPresent()) {
      assertThat(archive.clusters()).allMatch(c -> !c.toString().contains("Secret"));
    }
    assertThat(name(2)).contains("Bo");
    assertThat(archive.faces()).hasSize(6);
  }

  @Test
  void wrongRequestsHaveSentences() {
    assertThatThrownBy(() -> decisions.clusters().name(1, " ")).hasMessageContaining("a letter");
    assertThatThrownBy(() -> decisions.clusters().name(1, "a".repeat(201)))
        .hasMessageContaining("one line");
    assertThatThrownBy(() -> decisions.clusters().name(9, "Ada"))
        .hasMessageContaining("no cluster 9");
    assertThatThrownBy(() -> decisions.clusters().merge(List.of(1L)))
        .hasMessageContaining("two clusters or more");
    assertThatThrownBy(() -> decisions.faces().split(List.of())).hasMessage("No face was chosen.");
    assertThatThrownBy(() -> decisions.faces().settle(List.of(99L)))
        .hasMessageContaining("no face 99");
  }
}
