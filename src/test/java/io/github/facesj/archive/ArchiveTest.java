package io.github.facesj.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.face.Box;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file itself: what comes back, who may open it, and what is refused. */
class ArchiveTest {

  private static final ArchiveSettings SETTINGS =
      new ArchiveSettings("d", "d1", "e+sum", "e1", "score=0.5", 4);
  private static final Landmarks POINTS =
      Landmarks.of(LandmarkScheme.FIVE, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.25);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    // Nothing in a name may be read as something else by the way to SQLite.
    file = folder.resolve("Fotos ä 100%20 #1 & co.facesj");
  }

  private static NewPhoto photo(String path) {
    return new NewPhoto(
        path, 10, 20, "ab", Optional.of("2001-02-03T04:05:06"), 1, Optional.empty());
  }

  private static NewFace face(int number, float... vector) {
    return new NewFace(
        0,
        number,
        new Box(1.5, 2, 30, 40.125),
        0.75,
        0.5,
        number == 1 ? Optional.of(POINTS) : Optional.empty(),
        vector,
        new byte[] {(byte) number, 2, 3},
        false);
  }

  /** One photo with two faces. */
  private void fill() throws FacesException {
    try (Archive archive = Archive.create(file, SETTINGS)) {
      long photo = archive.photoTable().add(photo("/a/b.jpg"));
      archive.faceTable().add(photo, face(1, 1, 0, 0, 0));
      archive.faceTable().add(photo, face(2, 0, 0.6f, 0.8f, 0));
    }
  }

  @Test
  void whatWasWrittenComesBack() throws Exception {
    fill();
    try (Archive archive = Archive.read(file)) {
      assertThat(archive.settings()).isEqualTo(SETTINGS);
      assertThat(archive.photos())
          .containsExactly(
              new ArchivedPhoto(
                  1,
                  "/a/b.jpg",
                  10,
                  20,
                  "ab",
                  Optional.of("2001-02-03T04:05:06"),
                  1,
                  Optional.empty()));
      assertThat(archive.faces()).hasSize(2);
      ArchivedFace first = archive.face(1);
      assertThat(first.box()).isEqualTo(new Box(1.5, 2, 30, 40.125));
      assertThat(first.points()).contains(POINTS);
      assertThat(first.cluster()).isEmpty();
      assertThat(archive.face(2).points()).isEmpty();
      assertThat(archive.vectors(new long[] {2, 1, 2}).values())
          .containsExactly(0, 0.6f, 0.8f, 0, 1, 0, 0, 0, 0, 0.6f, 0.8f, 0);
      assertThat(archive.thumbnail(2)).containsExactly(2, 2, 3);
      assertThatThrownBy(() -> archive.vectors(new long[] {3})).hasMessageContaining("no face 3");
      assertThatThrownBy(() -> archive.clusterTable().add()).isInstanceOf(FacesException.class);
    }
  }

  @Test
  void clustersKeepTheirIdsAndFacesLoseADeletedOne() throws Exception {
    fill();
    try (Archive archive = Archive.open(file)) {
      ClusterTable clusters = archive.clusterTable();
      assertThat(clusters.next()).isEqualTo(1);
      long ada = clusters.add();
      clusters.update(new ArchivedCluster(ada, Optional.of("Ada"), false));
      archive.faceTable().place(new long[] {1, 2}, OptionalLong.of(ada), true);
      clusters.keepApart(new ClusterTable.Apart(2, ada));
      assertThat(clusters.named("Ada"))
          .contains(new ArchivedCluster(ada, Optional.of("Ada"), false));
      assertThat(archive.faceTable().in(ada)).extracting(ArchivedFace::id).containsExactly(1L, 2L);
      assertThat(clusters.apart()).hasSize(1);
      archive.faceTable().place(new long[] {2}, OptionalLong.empty(), true);
      assertThat(archive.faceTable().in(ada)).extracting(ArchivedFace::id).containsExactly(1L);
      clusters.remove(ada);
      assertThat(clusters.apart()).isEmpty();
      assertThat(archive.face(1).cluster()).isEmpty();
      assertThat(clusters.add()).isEqualTo(ada + 1);
      assertThat(archive.clusters()).extracting(ArchivedCluster::id).containsExactly(ada + 1);
      assertThat(clusters.next()).isEqualTo(3);
      archive.faceTable().remove(new long[] {1});
      assertThat(archive.faces()).extracting(ArchivedFace::id).containsExactly(2L);
      assertThatThrownBy(() -> archive.thumbnail(1)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aTransactionIsKeptAsAWholeOrNotAtAll() throws Exception {
    fill();
    try (Archive archive = Archive.open(file)) {
      assertThatThrownBy(
              () ->
                  archive.transaction(
                      () -> {
                        archive.clusterTable().add();
                        archive.faceTable().remove(new long[] {1, 2});
                        throw new FacesException("enough");
                      }))
          .hasMessage("enough");
      assertThat(archive.clusters()).isEmpty();
      assertThat(archive.faces()).hasSize(2);
      assertThat(archive.clusterTable().add()).isEqualTo(1);
    }
  }

  @Test
  void oneWritesAndOthersRead() throws Exception {
    fill();
    try (Archive writer = Archive.open(file);
        Archive reader = Archive.read(file)) {
      assertThatThrownBy(() -> Archive.open(file))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("is being written by another");
      // The refused one must not have taken the lock along.
      assertThatThrownBy(() -> Archive.open(file)).isInstanceOf(FacesException.class);
      writer.transaction(
          () -> {
            writer.photoTable().add(photo("/a/c.jpg"));
            assertThat(reader.photos()).hasSize(1);
            return null;
          });
      assertThat(reader.photos()).hasSize(2);
      reader.transaction(
          () -> {
            assertThat(reader.photos()).hasSize(2);
            writer.photoTable().add(photo("/a/d.jpg"));
            assertThat(reader.photos()).hasSize(2);
            return null;
          });
      assertThat(reader.photos()).hasSize(3);
    }
    Archive.open(file).close();
  }

  @Test
  void anArchiveAtRestIsOneFile() throws Exception {
    fill();
    Archive.open(file).close();
    try (Archive reader = Archive.read(file)) {
      assertThat(reader.photos()).hasSize(1);
    }
    // One reads while another writes: the last one tidies up.
    try (Archive reader = Archive.read(file)) {
      try (Archive writer = Archive.open(file)) {
        writer.photoTable().add(photo("/a/c.jpg"));
      }
      assertThat(reader.photos()).hasSize(2);
      assertThatThrownBy(() -> reader.photoTable().add(photo("/a/d.jpg")))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("cannot be written");
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aDriveWithoutLocksIsASentence() {
    assertThat(
            SqlErrors.of(file, new SQLiteException("I/O error", SQLiteErrorCode.SQLITE_IOERR_LOCK)))
        .hasMessageContaining("does not know locks");
    assertThat(
            SqlErrors.of(
                file, new SQLiteException("I/O error", SQLiteErrorCode.SQLITE_IOERR_WRITE)))
        .hasMessageContaining("not full");
  }

  @Test
  void onlyTheSameSettingsGoOn() throws Exception {
    Archive.openOrCreate(file, SETTINGS).close();
    Archive.openOrCreate(file, SETTINGS).close();
    assertThatThrownBy(
            () ->
                Archive.openOrCreate(
                    file, new ArchiveSettings("d", "d1", "other", "e1", "score=0.5", 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the embedder is e+sum there, but other now");
    assertThatThrownBy(() -> Archive.create(file, SETTINGS))
        .hasMessageContaining("There is a file");
  }

  @Test
  void whatIsNoArchiveIsRefused() throws Exception {
    assertThatThrownBy(() -> Archive.open(file)).hasMessageContaining("There is no archive");
    assertThatThrownBy(() -> Archive.read(file)).hasMessageContaining("There is no archive");
    assertThatThrownBy(() -> Archive.openOrCreate(folder, SETTINGS))
        .hasMessageContaining("is a folder");
    Path blocked = Files.writeString(folder.resolve("none"), "a file, not a folder");
    assertThatThrownBy(() -> Archive.create(blocked.resolve("x.facesj"), SETTINGS))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("is not a folder");
    Files.writeString(file, "Dear diary, this is a text of some length, and no database at all.");
    assertThatThrownBy(() -> Archive.open(file)).hasMessageContaining("is not an archive");
    assertThatThrownBy(() -> Archive.read(file)).hasMessageContaining("is not an archive");
    assertThatThrownBy(() -> Archive.openOrCreate(file, SETTINGS))
        .hasMessageContaining("is not an archive");
    assertThat(Files.readString(file)).startsWith("Dear diary");
    Files.delete(file);
    Files.createFile(file);
    assertThatThrownBy(() -> Archive.open(file)).hasMessageContaining("is not an archive");
    assertThatThrownBy(() -> Archive.read(file)).hasMessageContaining("is not an archive");
  }

  private static void change(Path file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void otherDatabasesAndNewerOnesAreRefused() throws Exception {
    Path other = folder.resolve("other.db");
    change(other, "CREATE TABLE recipe (name TEXT)");
    assertThatThrownBy(() -> Archive.openOrCreate(other, SETTINGS))
        .hasMessageContaining("is not an archive");
    assertThatThrownBy(() -> Archive.read(other)).hasMessageContaining("is not an archive");
    Path newer = folder.resolve("newer.facesj");
    Archive.create(newer, SETTINGS).close();
    change(newer, "PRAGMA user_version = 99");
    assertThatThrownBy(() -> Archive.open(newer)).hasMessageContaining("newer FacesJ (version 99");
    assertThatThrownBy(() -> Archive.read(newer)).hasMessageContaining("newer FacesJ (version 99");
  }

  @Test
  void aDamagedFileIsASentence() throws Exception {
    fill();
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 4096; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Files.write(file, bytes);
    assertThatThrownBy(() -> Archive.open(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("damaged");
    // And nobody holds its lock.
    assertThatThrownBy(() -> Archive.open(file)).hasMessageContaining("damaged");
  }

  /** SQLite answers a file that may not grow as it answers a full disk. */
  @Test
  void aFullDiskGetsASentenceAndWhatWasThereStays() throws Exception {
    fill();
    int[] added = {0};
    try (Archive archive = Archive.open(file)) {
      archive.sql().script("PRAGMA max_page_count = 60");
      assertThatThrownBy(
              () -> {
                while (added[0] < 10_000) {
                  archive.transaction(
                      () -> {
                        long photo = archive.photoTable().add(photo("/a/" + added[0] + ".jpg"));
                        archive.faceTable().add(photo, face(1, 1, 0, 0, 0));
                        return archive.faceTable().add(photo, face(2, 1, 0, 0, 0));
                      });
                  added[0]++;
                }
              })
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("The disk is full", "make room, and start again");
    }
    assertThat(added[0]).isPositive();
    try (Archive archive = Archive.open(file)) {
      assertThat(archive.photos()).hasSize(1 + added[0]);
      assertThat(archive.faces()).hasSize(2 + 2 * added[0]);
      archive.photoTable().add(photo("/there is room again.jpg"));
    }
  }
}
