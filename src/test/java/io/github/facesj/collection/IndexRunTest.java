package io.github.facesj.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.Sample;
import io.github.facesj.analysis.RecognizerSettings;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.archive.ArchiveSetup;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.Hashes;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second look at a folder does, and what is left when a look is cut short. */
class IndexRunTest {

  private static Indexer indexer;

  @TempDir Path dir;
  private Path photos;
  private Path archive;

  @BeforeAll
  static void open() throws Exception {
    indexer = new Indexer();
  }

  @AfterAll
  static void close() {
    indexer.close();
  }

  @BeforeEach
  void somePhotos() throws Exception {
    photos = Files.createDirectories(dir.toRealPath().resolve("photos/more"));
    archive = dir.resolve("test.facesj");
    copy("portraits/ada/ada_1.jpg", "ada.jpg");
    copy("groups/group_3.jpg", "group.jpg");
    copy("portraits/bo/bo_1.jpg", "more/bo.jpg");
    copy("variants/noface.jpg", "none.jpg");
    photos = photos.getParent();
  }

  private Path copy(String sample, String name) throws Exception {
    Path base = photos.endsWith("more") ? photos.getParent() : photos;
    return Files.copy(Sample.path(sample), base.resolve(name));
  }

  /** Does something after so many photos. */
  private static Progress after(int photos, IntConsumer what) {
    return new Progress() {
      private boolean stop;

      @Override
      public void at(long done, long total, String text) {
        if (text.contains("photos") && !text.contains("moved") && done == photos) {
          what.accept(photos);
          stop = true;
        }
      }

      @Override
      public boolean isCanceled() {
        return stop;
      }

      @Override
      public void warn(Problem problem) {
        // the report has it
      }
    };
  }

  private ArchivedPhoto photo(Archive open, String name) throws FacesException {
    return open.photoTable().at(ArchivedPhoto.pathOf(photos.resolve(name))).orElseThrow();
  }

  /** Makes a person of the first face of a photo. */
  private long name(String photo, String person) throws FacesException {
    try (Archive open = Archive.open(archive)) {
      long face = open.faceTable().of(photo(open, photo).id()).get(0).id();
      long cluster = ArchiveSetup.addCluster(open);
      ArchiveSetup.name(open, cluster, person);
      ArchiveSetup.settle(open, cluster, face);
      return face;
    }
  }

  @Test
  void hasTheFacesOfTheFolderBitByBit() throws Exception {
    IndexReport report = indexer.run(photos, archive);
    assertThat(report.summary())
        .startsWith("4 photos indexed, 7 faces, 0 problems (")
        .endsWith(" s).\nFiles: 4 used, 0 passed over, 0 with a problem; 4 in all");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos())
          .extracting(ArchivedPhoto::path)
          .isSorted()
          .hasSize(4)
          .allMatch(p -> p.startsWith(ArchivedPhoto.pathOf(photos)));
      ArchivedPhoto group = photo(open, "group.jpg");
      List<ArchivedFace> faces = open.faceTable().of(group.id());
      FaceImage image = PhotoReader.read(photos.resolve("group.jpg"));
      List<Face> seen =
          indexer.recognizer(SearchOptions.defaults()).recognize(image, Progress.SILENT);
      assertThat(faces).hasSameSizeAs(seen);
      for (int i = 0; i < seen.size(); i++) {
        assertThat(faces.get(i).box()).isEqualTo(seen.get(i).box());
        assertThat(faces.get(i).score()).isEqualTo(seen.get(i).score());
        assertThat(faces.get(i).points()).isEqualTo(seen.get(i).points());
        assertThat(faces.get(i).number()).isEqualTo(i + 1);
        assertThat(faces.get(i).quality()).isBetween(0.05, 1.0);
        float[] vector = open.vectors(new long[] {faces.get(i).id()}).values();
        assertThat(vector).isEqualTo(seen.get(i).embedding().orElseThrow().toArray());
        assertThat(open.thumbnail(faces.get(i).id())).hasSizeBetween(800, 9000);
      }
    }
  }

  @Test
  void twoRunsAreEqualAndASecondDoesNothing() throws Exception {
    indexer.run(photos, archive);
    List<String> dump = ArchiveDump.of(archive);
    assertThat(dump).hasSizeGreaterThan(20).contains("ok");
    Path other = dir.resolve("other.facesj");
    indexer.run(photos, other);
    assertThat(ArchiveDump.of(other)).isEqualTo(dump);
    String bytes = Hashes.of(archive);
    IndexReport second = indexer.run(photos, archive);
    assertThat(second.summary()).contains("0 photos indexed").contains("4 photos were known");
    assertThat(Hashes.of(archive)).isEqualTo(bytes);
  }

  @Test
  void aStoppedRunGoesOnWhereItWas() throws Exception {
    Path whole = dir.resolve("whole.facesj");
    indexer.run(photos, whole);
    IndexReport first = indexer.run(photos, archive, after(1, n -> {}));
    assertThat(first.summary()).contains("1 photo indexed").contains("Stopped with 3 photos to go");
    IndexReport second = indexer.run(photos, archive);
    assertThat(second.added()).isEqualTo(3);
    assertThat(second.unchanged()).isEqualTo(1);
    assertThat(ArchiveDump.of(archive)).isEqualTo(ArchiveDump.of(whole));
  }

  @Test
  void movedAndRenamedPhotosKeepTheirFaces() throws Exception {
    indexer.run(photos, archive);
    long ada = name("ada.jpg", "Ada");
    List<String> faces = rows("face");
    Files.createDirectories(photos.resolve("new"));
    Files.move(photos.resolve("ada.jpg"), photos.resolve("new/portrait.jpg"));
    // Two change places, and one takes the name that another had.
    Files.move(photos.resolve("none.jpg"), photos.resolve("x"));
    Files.move(photos.resolve("group.jpg"), photos.resolve("none.jpg"));
    Files.move(photos.resolve("x"), photos.resolve("group.jpg"));
    Files.move(photos.resolve("more/bo.jpg"), photos.resolve("ada.jpg"));
    IndexReport report = indexer.run(photos, archive);
    assertThat(report.summary())
        .startsWith("0 photos indexed, 0 faces, 0 problems")
        .contains("4 photos were moved")
        .doesNotContain("not in the folder");
    assertThat(rows("face")).isEqualTo(faces);
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos()).hasSize(4);
      assertThat(open.face(ada).photo()).isEqualTo(photo(open, "new/portrait.jpg").id());
      assertThat(open.face(ada).settled()).isTrue();
      assertThat(open.faceTable().of(photo(open, "none.jpg").id())).hasSize(5);
      assertThat(open.faceTable().of(photo(open, "group.jpg").id())).isEmpty();
    }
    assertThat(indexer.run(photos, archive).unchanged()).isEqualTo(4);
  }

  @Test
  void aPhotoThatAnotherReplacedIsNotMistakenForAThird() throws Exception {
    indexer.run(photos, archive);
    long bo = name("more/bo.jpg", "Bo");
    long ada = name("ada.jpg", "Ada");
    // Ada's photo is overwritten by Bo's, and a new one has the name that Bo's had.
    Files.move(
        photos.resolve("more/bo.jpg"),
        photos.resolve("ada.jpg"),
        StandardCopyOption.REPLACE_EXISTING);
    copy("portraits/ada/ada_2.jpg", "more/bo.jpg");
    IndexReport report = indexer.run(photos, archive);
    assertThat(report.summary())
        .contains("1 photo indexed")
        .contains("1 photo was moved")
        .contains("1 photo was overwritten");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.face(bo).photo()).isEqualTo(photo(open, "ada.jpg").id());
      assertThatThrownBy(() -> open.face(ada)).hasMessageContaining("no face");
      assertThat(open.faceTable().of(photo(open, "more/bo.jpg").id()))
          .hasSize(1)
          .allMatch(f -> f.cluster().isEmpty() && !f.settled());
    }
  }

  private List<String> rows(String table) throws Exception {
    return ArchiveDump.of(archive).stream().filter(r -> r.startsWith(table + "|")).toList();
  }

  @Test
  void aCopyIsAPhotoOfItsOwn() throws Exception {
    indexer.run(photos, archive);
    copy("portraits/ada/ada_1.jpg", "a copy.jpg");
    Files.setLastModifiedTime(photos.resolve("ada.jpg"), FileTime.fromMillis(1_000_000));
    IndexReport report = indexer.run(photos, archive);
    assertThat(report.moved()).isZero();
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.unchanged()).isEqualTo(4);
  }

  @Test
  void aChangedPhotoIsLookedAtAgainAndKeepsWhatPeopleDecided() throws Exception {
    indexer.run(photos, archive);
    long ada = name("ada.jpg", "Ada");
    long bo = name("more/bo.jpg", "Bo");
    // The first picture stays the same and gets a comment behind its end, the second is another.
    byte[] bytes = Files.readAllBytes(photos.resolve("ada.jpg"));
    Files.write(photos.resolve("ada.jpg"), Arrays.copyOf(bytes, bytes.length + 10));
    Files.delete(photos.resolve("more/bo.jpg"));
    copy("variants/noface.jpg", "more/bo.jpg");
    IndexReport report = indexer.run(photos, archive);
    assertThat(report.summary())
        .contains("2 photos were changed")
        .contains("1 stayed and 1 are gone");
    try (Archive open = Archive.read(archive)) {
      ArchivedFace kept = open.face(ada);
      assertThat(kept.settled()).isTrue();
      assertThat(open.clusterTable().get(kept.cluster().getAsLong()).name()).contains("Ada");
      assertThatThrownBy(() -> open.face(bo)).hasMessageContaining("no face");
      assertThat(open.clusters()).hasSize(2);
    }
  }

  @Test
  void aPhotoThatIsGoneKeepsItsFaces() throws Exception {
    indexer.run(photos, archive);
    List<String> faces = rows("face");
    Files.delete(photos.resolve("group.jpg"));
    assertThat(indexer.run(photos, archive).summary())
        .contains("1 photo of the archive is not in the folder any more");
    assertThat(rows("face")).isEqualTo(faces);
  }

  @Test
  void aFileThatIsBeingWrittenIsReadWhenItIsComplete() throws Exception {
    byte[] bytes = Files.readAllBytes(Sample.path("portraits/bo/bo_2.jpg"));
    Path growing = photos.resolve("growing.png");
    byte[] png = Files.readAllBytes(Sample.path("portraits/bo/bo_2.jpg"));
    Files.write(growing, Arrays.copyOf(png, 3000));
    IndexReport first = indexer.run(photos, archive);
    assertThat(first.problems()).hasSize(1);
    assertThat(first.problems().get(0).sentence()).contains("growing.png is cut short");
    assertThat(first.summary()).contains("5 photos indexed").contains("First problem: ");
    try (Archive open = Archive.read(archive)) {
      assertThat(photo(open, "growing.png").problem()).isPresent();
    }
    assertThat(indexer.run(photos, archive).summary()).contains("5 photos were known");
    Files.write(growing, bytes);
    assertThat(indexer.run(photos, archive).changed()).isEqualTo(1);
    try (Archive open = Archive.read(archive)) {
      assertThat(photo(open, "growing.png").problem()).isEmpty();
      assertThat(open.faceTable().of(photo(open, "growing.png").id())).hasSize(1);
    }
  }

  @Test
  void aKnownPhotoThatBreaksKeepsItsFacesUntilItCanBeReadAgain() throws Exception {
    indexer.run(photos, archive);
    long ada = name("ada.jpg", "Ada");
    byte[] bytes = Files.readAllBytes(photos.resolve("ada.jpg"));
    Files.write(photos.resolve("ada.jpg"), Arrays.copyOf(bytes, 2000));
    assertThat(indexer.run(photos, archive).problems()).hasSize(1);
    try (Archive open = Archive.read(archive)) {
      assertThat(open.face(ada).settled()).isTrue();
      assertThat(photo(open, "ada.jpg").problem()).isPresent();
    }
    Files.write(photos.resolve("ada.jpg"), bytes);
    assertThat(indexer.run(photos, archive).kept()).isEqualTo(1);
    try (Archive open = Archive.read(archive)) {
      assertThat(open.face(ada).settled()).isTrue();
      assertThat(photo(open, "ada.jpg").problem()).isEmpty();
    }
  }

  @Test
  void aFolderThatGoesAwayEndsTheRunAndComesBack() throws Exception {
    Path whole = dir.resolve("whole.facesj");
    indexer.run(photos, whole);
    Path away = dir.resolve("away");
    Progress unplug =
        new Progress() {
          @Override
          public void at(long done, long total, String text) {
            if (done == 1 && !text.contains("moved")) {
              assertThat(photos.toFile().renameTo(away.toFile())).isTrue();
            }
          }

          @Override
          public boolean isCanceled() {
            return false;
          }

          @Override
          public void warn(Problem problem) {
            // the report has it
          }
        };
    assertThatThrownBy(() -> indexer.run(photos, archive, unplug))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("is not there any more");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos()).isNotEmpty().hasSizeLessThan(4);
    }
    Files.move(away, photos);
    indexer.run(photos, archive);
    assertThat(ArchiveDump.of(archive)).isEqualTo(ArchiveDump.of(whole));
  }

  /** The very text that archives have had since the first: they are continued. */
  @Test
  void theDefaultsAreCalledAsInArchivesMadeBefore() throws Exception {
    assertThat(RecognizerSettings.of(indexer.recognizer(SearchOptions.defaults())).parameters())
        .startsWith(
            "score=0.45 overlap=0.45 smallest=0.0 turns=false flip=false border=false scales=1.0"
                + " tiles=0 join=nms square=none");
  }

  @Test
  void otherSettingsAreRefused() throws Exception {
    indexer.run(photos, archive);
    assertThatThrownBy(
            () ->
                new IndexRun(
                        () -> indexer.recognizer(SearchOptions.builder().score(0.9).build()), 1)
                    .run(photos, archive, Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("made with other settings")
        .hasMessageContaining("score=0.9");
  }
}
