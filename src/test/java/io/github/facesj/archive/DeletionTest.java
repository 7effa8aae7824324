package io.github.facesj.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.archive.Deletion.Deleted;
import io.github.facesj.face.Box;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.RunWatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deleted is gone: no byte of it is in any file of the archive. */
class DeletionTest {

  private static final ArchiveSettings SETTINGS =
      new ArchiveSettings("d", "d1", "e", "e1", "score=0.5", 128);
  private static final String ADA = "Adelheid von Nirgendwo";
  private static final String EARLIER = "Ottilie Ehedem";
  private static final String BO = "Bo Ypsilantis";

  @TempDir Path dir;
  private Path file;
  private final Random random = new Random(7);

  /**
   * Forty photos in two folders; Ada is on every second one of the first, Bo in the second only.
   */
  @BeforeEach
  void people() throws Exception {
    file = dir.resolve("people.facesj");
    try (Archive archive = Archive.create(file, SETTINGS)) {
      Decisions decisions = new Decisions(archive);
      for (int i = 0; i < 40; i++) {
        long photo =
            archive
                .photoTable()
                .add(
                    new NewPhoto(path(i), 1, 2, "hash" + i, Optional.empty(), 1, Optional.empty()));
        archive.faceTable().add(photo, face(1));
        archive.faceTable().add(photo, face(2));
      }
      long[] ada = LongStream.range(0, 10).map(i -> 4 * i + 1).toArray();
      long[] bo = {61, 63, 65};
      long her = name(archive, decisions, ada, EARLIER);
      decisions.clusters().name(her, ADA);
      name(archive, decisions, bo, BO);
    }
  }

  private static long name(Archive archive, Decisions decisions, long[] faces, String name)
      throws FacesException {
    long cluster = archive.clusterTable().add();
    archive.faceTable().place(faces, OptionalLong.of(cluster), false);
    decisions.clusters().name(cluster, name);
    return cluster;
  }

  private static String path(int photo) {
    return String.format(
        Locale.ROOT, "/pictures/%s/picture-%02d.jpg", photo < 30 ? "here" : "there 100%", photo);
  }

  private NewFace face(int number) {
    float[] vector = new float[128];
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    byte[] jpeg = new byte[2500];
    random.nextBytes(jpeg);
    return new NewFace(
        0, number, new Box(1, 2, 3, 4), 0.5, 0.5, Optional.empty(), vector, jpeg, false);
  }

  /** What would give a face away: 16 bytes of its vector, 16 of its picture. */
  private List<byte[]> traces(long face) throws Exception {
    try (Archive archive = Archive.read(file)) {
      return List.of(
          Arrays.copyOf(archive.faceTable().embedding(face), 16),
          Arrays.copyOfRange(archive.thumbnail(face), 40, 56));
    }
  }

  private boolean found(byte[] trace) throws Exception {
    String text = new String(trace, StandardCharsets.ISO_8859_1);
    for (String ending : List.of("", "-wal", "-shm", "-lock")) {
      Path each = dir.resolve("people.facesj" + ending);
      if (Files.exists(each)
          && Files.readString(each, StandardCharsets.ISO_8859_1).contains(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean found(String text) throws Exception {
    return found(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothingOfAPersonIsLeft() throws Exception {
    List<byte[]> hers = traces(5);
    List<byte[]> his = traces(63);
    assertThat(found(hers.get(0)) && found(hers.get(1)) && found(ADA) && found(EARLIER)).isTrue();
    try (Archive archive = Archive.open(file)) {
      assertThat(new Deletion(archive, Progress.SILENT).person(ADA))
          .isEqualTo(new Deleted(0, 10, 1));
      // Also while the archive is still open.
      assertThat(found(hers.get(0)) || found(hers.get(1)) || found(ADA) || found(EARLIER))
          .isFalse();
      assertThat(archive.photos()).hasSize(40);
      assertThat(archive.faces()).hasSize(70);
      assertThat(archive.clusters())
          .extracting(ArchivedCluster::name)
          .containsExactly(Optional.of(BO));
    }
    assertThat(found(hers.get(0)) || found(hers.get(1)) || found(ADA)).isFalse();
    assertThat(found(his.get(0)) && found(his.get(1)) && found(BO)).isTrue();
    assertThat(ArchiveDump.of(file)).contains("ok");
  }

  @Test
  void nothingOfAPhotoIsLeft() throws Exception {
    List<byte[]> traces = traces(5);
    try (Archive archive = Archive.open(file)) {
      assertThat(new Deletion(archive, Progress.SILENT).photo(Path.of(path(2))))
          .isEqualTo(new Deleted(1, 2, 0));
    }
    assertThat(found(traces.get(0)) || found(traces.get(1)) || found(path(2))).isFalse();
    assertThat(found(ADA) && found(path(3))).isTrue();
  }

  @Test
  void nothingOfAFolderIsLeftNorOfPeopleWhoWereOnlyThere() throws Exception {
    List<byte[]> his = traces(63);
    try (Archive archive = Archive.open(file)) {
      assertThat(new Deletion(archive, Progress.SILENT).folder(Path.of("/pictures/there 100%")))
          .isEqualTo(new Deleted(10, 20, 1));
    }
    assertThat(found(his.get(0)) || found(his.get(1)) || found(BO) || found("there 100%"))
        .isFalse();
    assertThat(found(ADA) && found(path(3))).isTrue();
  }

  @Test
  void whatWasDecidedAboutOthersCanStillBeUndone() throws Exception {
    try (Archive archive = Archive.open(file)) {
      Decisions decisions = new Decisions(archive);
      long bo = archive.clusterTable().named(BO).orElseThrow().id();
      long ada = archive.clusterTable().named(ADA).orElseThrow().id();
      decisions.faces().reject(List.of(61L)); // out of Bo's faces, nothing to do with Ada
      decisions.faces().give(List.of(63L), ADA);
      decisions.faces().give(List.of(63L), BO); // once thought hers
      new Deletion(archive, Progress.SILENT).person(ADA);
      assertThat(archive.clusterTable().named(ADA)).isEmpty();
      assertThat(decisions.undoable().orElseThrow().kind()).isEqualTo(DecisionKind.REJECT);
      assertThat(archive.faceTable().in(bo)).extracting(ArchivedFace::id).containsExactly(63L, 65L);
      decisions.undo();
      assertThat(archive.faceTable().in(bo))
          .extracting(ArchivedFace::id)
          .containsExactly(61L, 63L, 65L);
      // Naming Bo is the first decision of all; nothing brings Ada's cluster back.
      decisions.undo();
      assertThat(decisions.undo()).isEmpty();
      assertThat(archive.clusters()).extracting(ArchivedCluster::id).contains(bo);
      assertThat(archive.clusters()).extracting(ArchivedCluster::id).doesNotContain(ada);
      assertThat(archive.clusters())
          .extracting(ArchivedCluster::name)
          .containsOnly(Optional.empty());
    }
    assertThat(found(ADA) || found(EARLIER)).isFalse();
  }

  @Test
  void namesOfPeoplePutTogetherWithTheDeletedGoAsWell() throws Exception {
    try (Archive archive = Archive.open(file)) {
      Decisions decisions = new Decisions(archive);
      decisions.faces().give(List.of(61L, 63L, 65L), ADA);
      assertThat(archive.clusterTable().named(BO)).isEmpty();
      assertThat(found(BO)).isTrue();
      new Deletion(archive, Progress.SILENT).person(ADA);
      assertThat(decisions.undo()).isEmpty();
    }
    assertThat(found(BO) || found(ADA) || found(EARLIER)).isFalse();
  }

  @Test
  void whatIsNotThereCannotBeDeleted() throws Exception {
    try (Archive archive = Archive.open(file)) {
      Deletion deletion = new Deletion(archive, Progress.SILENT);
      assertThatThrownBy(() -> deletion.person("ada"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("nobody called \"ada\"");
      assertThatThrownBy(() -> deletion.photo(Path.of("/pictures/here")))
          .hasMessageContaining("knows nothing of");
      // A folder is meant, not how names begin.
      assertThatThrownBy(() -> deletion.folder(Path.of("/pictures/he")))
          .hasMessageContaining("knows nothing of");
      assertThat(archive.faces()).hasSize(80);
    }
  }

  @Test
  void nothingIsDeletedWhileAnotherReads() throws Exception {
    try (Archive archive = Archive.open(file);
        Archive reader = Archive.read(file)) {
      archive.clusterTable().add();
      reader.transaction(
          () -> {
            assertThat(reader.photos()).hasSize(40);
            archive.clusterTable().add();
            assertThatThrownBy(() -> new Deletion(archive, Progress.SILENT).person(ADA))
                .isInstanceOf(FacesException.class)
                .hasMessageContaining("Another program is reading");
            return null;
          });
      assertThat(archive.faces()).hasSize(80);
      assertThat(new Deletion(archive, Progress.SILENT).person(ADA).faces()).isEqualTo(10);
    }
  }

  /** Photos of nobody in particular, so that there is work to be stopped in. */
  private void more(int photos) throws Exception {
    try (Archive archive = Archive.open(file)) {
      archive.transaction(
          () -> {
            for (int i = 0; i < photos; i++) {
              long photo =
                  archive
                      .photoTable()
                      .add(
                          new NewPhoto(
                              "/more/" + i, 1, 2, "", Optional.empty(), 1, Optional.empty()));
              archive.faceTable().add(photo, face(1));
            }
            return null;
          });
    }
  }

  /** Stopped at any moment: nothing is deleted, or all, and then no byte is left in the end. */
  @Test
  void aStopLeavesAllOrNothing() throws Exception {
    List<byte[]> hers = traces(1);
    List<byte[]> his = traces(61);
    more(400);
    int before = 0;
    int after = 0;
    boolean deleted = false;
    for (int asked = 1; !deleted; asked++) {
      int[] left = {asked};
      Progress stopping =
          new RunWatch() {
            @Override
            public boolean isCanceled() {
              return --left[0] <= 0;
            }
          };
      try (Archive archive = Archive.open(file)) {
        new Deletion(archive, stopping).person(ADA);
        deleted = true;
      } catch (FacesException e) {
        assertThat(e.isPassing()).isTrue();
        boolean nothing = e.getMessage().contains("nothing was deleted");
        assertThat(nothing || e.getMessage().contains("It was deleted, but")).isTrue();
        before += nothing ? 1 : 0;
        after += nothing ? 0 : 1;
        try (Archive archive = Archive.read(file)) {
          assertThat(archive.faces()).hasSize(nothing ? 480 : 470);
        }
        deleted = !nothing;
      }
    }
    assertThat(before).as("stopped among the rows").isPositive();
    assertThat(after).as("stopped while what is left is removed").isPositive();
    try (Archive archive = Archive.open(file)) {
      assertThat(archive.faces()).hasSize(470);
    }
    assertThat(found(hers.get(0)) || found(hers.get(1)) || found(ADA) || found(EARLIER)).isFalse();
    assertThat(found(his.get(0)) && found(BO)).isTrue();
  }
}
