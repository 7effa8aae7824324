package io.github.facesj.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.archive.ArchiveSetup;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.Deletion;
import io.github.facesj.archive.NewFace;
import io.github.facesj.archive.NewPhoto;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives and galleries of earlier versions may have one name in several spellings. */
class NameSpellingsTest {

  private static final String COMPOSED = "Jos\u00e9 Roe";
  private static final String DECOMPOSED = "Jose\u0301  Roe ";

  @TempDir Path dir;
  private Path file;

  /** Four photos with a face each, which are in clusters 1 to 4; 1 and 2 are of one name. */
  @BeforeEach
  void earlier() throws Exception {
    file = dir.resolve("people.facesj");
    try (Archive archive =
        Archive.create(file, new ArchiveSettings("d", "d1", "e", "e1", "score=0.5", 4))) {
      for (int i = 1; i <= 4; i++) {
        long photo =
            archive
                .photoTable()
                .add(
                    new NewPhoto(
                        "/p/" + i + ".jpg", 1, 2, "h" + i, Optional.empty(), 1, Optional.empty()));
        long face = archive.faceTable().add(photo, face(i));
        long cluster = ArchiveSetup.addCluster(archive);
        ArchiveSetup.settle(archive, cluster, face);
      }
    }
    name(1, COMPOSED);
    name(2, DECOMPOSED);
    name(3, "jos\u00e9 roe");
  }

  private void name(long cluster, String name) throws Exception {
    try (Connection archive = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement update =
            archive.prepareStatement("UPDATE cluster SET name = ? WHERE id = ?")) {
      update.setString(1, name);
      update.setLong(2, cluster);
      update.executeUpdate();
    }
  }

  private static NewFace face(int number) {
    float[] vector = new float[4];
    vector[number - 1] = 1;
    return new NewFace(
        0, 1, new Box(1, 2, 30, 40), 0.5, 0.5, Optional.empty(), vector, new byte[] {1}, false);
  }

  @Test
  void areOnePerson() throws Exception {
    try (Archive archive = Archive.read(file)) {
      assertThat(archive.clusters())
          .extracting(c -> c.name().orElse(""))
          .containsExactly(COMPOSED, COMPOSED, "jos\u00e9 roe", "");
      List<PersonFaces> people = PersonFaces.of(ArchiveView.of(archive), false);
      assertThat(people).extracting(PersonFaces::title).containsExactly(COMPOSED, "jos\u00e9 roe");
      assertThat(people.get(0).faces()).hasSize(2);
    }
  }

  @Test
  void areDeletedTogether() throws Exception {
    try (Archive archive = Archive.open(file)) {
      Deletion.Deleted gone = new Deletion(archive, Progress.SILENT).person(" Jose\u0301\u00a0Roe");
      assertThat(gone.faces()).isEqualTo(2);
      assertThat(archive.clusters()).extracting(ArchivedCluster::id).containsExactly(3L, 4L);
    }
  }

  @Test
  void takeInWhoGetsTheName() throws Exception {
    try (Archive archive = Archive.open(file)) {
      Decisions decisions = new Decisions(archive);
      decisions.clusters().unname(2);
      decisions.undo();
      decisions.clusters().name(4, "\u202eJose\u0301 Roe");
      assertThat(archive.faces().get(3).cluster()).hasValue(1);
      decisions.undo();
      assertThat(archive.faces().get(3).cluster()).hasValue(4);
      assertThatThrownBy(() -> decisions.clusters().name(4, "Unknown"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stands for faces that nobody knows");
    }
  }

  @Test
  void aGalleryKnowsOnePerson() throws Exception {
    Embedding face = Embedding.ofUnit("e", new float[] {1, 0});
    Gallery gallery =
        Gallery.empty("e", "e1")
            .with(List.of(new Enrolled(COMPOSED, "a", face), new Enrolled(DECOMPOSED, "b", face)));
    Path written = dir.resolve("g.csv");
    GalleryFile.write(gallery, written);
    assertThat(Files.readString(written)).doesNotContain("\u0301");
    assertThat(gallery.people()).containsExactly(COMPOSED);
    assertThat(gallery.without(DECOMPOSED, "a").faces()).hasSize(1);
    assertThat(gallery.rename(DECOMPOSED, " Bo ").people()).containsExactly("Bo");
    assertThatThrownBy(() -> gallery.rename(COMPOSED, "\u200b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
