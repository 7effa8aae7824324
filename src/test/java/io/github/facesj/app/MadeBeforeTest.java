package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Sample;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.exchange.ArchiveFaces;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.dataset.OpenFaceCsv;
import io.github.facesj.exchange.dataset.UdacityCsv;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.run.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables, a gallery and an archive that FacesJ wrote before tables had a description beside them,
 * and macros of then, kept as they were.
 */
class MadeBeforeTest {

  private static final Path BEFORE = Path.of("src/test/resources/before");
  private static final String DETECTOR =
      "b246515ea7e93010ff44db101dad6f7365a735d4372ae8b31cecaf86f251cd72";
  private static final String PARAMETERS =
      "score=0.4 overlap=0.3 smallest=0.0 turns=false flip=true border=false scales=1.0 tiles=0"
          + " join=nms square=none";

  @TempDir Path dir;

  @Test
  void tablesAreReadWithWhatMadeEachRow() throws Exception {
    List<PhotoFaces> detected = new PeopleCsv().read(BEFORE.resolve("detect.csv")).photos();
    assertThat(detected)
        .extracting(PhotoFaces::photo)
        .containsExactly("ada_3.jpg", "bo_3.jpg", "broken.jpg", "group_1.jpg", "noface.jpg");
    assertThat(detected).extracting(p -> p.faces().size()).containsExactly(1, 1, 0, 3, 0);
    assertThat(detected)
        .extracting(PhotoFaces::run)
        .containsOnly(new Provenance("facesj-detector", DETECTOR, PARAMETERS));
    assertThat(detected.get(2).problem()).contains("not a photo");
    List<PhotoFaces> who = new PeopleCsv().read(BEFORE.resolve("identify.csv")).photos();
    assertThat(who.get(0).faces()).extracting(NamedFace::name).containsExactly("ada");
    assertThat(who.get(1).faces()).extracting(NamedFace::name).containsExactly("bo");
    assertThat(who.get(0).run().model()).isEqualTo("facesj-embedder+sum");
    assertThat(who.get(0).run().sha256()).hasSize(64);
  }

  @Test
  void landmarksAndExportsAreRead() throws Exception {
    for (PhotoFaces photo :
        List.of(
            new PeopleCsv().read(BEFORE.resolve("landmarks.csv")).photos().get(0),
            new OpenFaceCsv().read(BEFORE.resolve("openface.csv")).photos().get(0),
            new UdacityCsv().read(BEFORE.resolve("udacity.csv")).photos().get(0))) {
      assertThat(photo.photo()).isEqualTo("group_1.jpg");
      assertThat(photo.faces())
          .hasSize(3)
          .extracting(f -> f.face().landmarks().map(Landmarks::scheme))
          .containsOnly(Optional.of(LandmarkScheme.IBUG68));
    }
    List<PhotoFaces> people = new PeopleCsv().read(BEFORE.resolve("people/faces.csv")).photos();
    assertThat(people).extracting(PhotoFaces::photo).contains("ada_3.jpg", "group_1.jpg");
    assertThat(people.get(0).faces()).extracting(NamedFace::name).containsExactly("ada");
  }

  @Test
  void theGalleryHasItsPeopleAndIsWrittenAgain() throws Exception {
    Gallery gallery = GalleryFile.read(BEFORE.resolve("gallery.csv"));
    assertThat(gallery.people()).containsExactly("ada", "bo");
    assertThat(gallery.faces())
        .extracting(Enrolled::photo)
        .containsExactly("ada/ada_1.jpg", "ada/ada_2.jpg", "bo/bo_1.jpg", "bo/bo_2.jpg");
    assertThat(gallery.provenance().model()).isEqualTo("facesj-embedder+sum");
    assertThat(gallery.provenance().sha256()).hasSize(64);
    assertThat(gallery.provenance().facesj()).isEmpty();
    Path again = dir.resolve("again.csv");
    GalleryFile.write(gallery, again);
    assertThat(GalleryFile.read(again).fingerprint()).isEqualTo(gallery.fingerprint());
    assertThat(GalleryFile.read(again).provenance()).isEqualTo(gallery.provenance());
  }

  @Test
  void theArchiveHasItsFacesPeopleAndSettings() throws Exception {
    Path file = Files.copy(BEFORE.resolve("archive.facesj"), dir.resolve("archive.facesj"));
    try (Archive archive = Archive.open(file)) {
      assertThat(archive.settings().detection().model()).isEqualTo("facesj-detector");
      assertThat(archive.settings().detection().sha256()).isEqualTo(DETECTOR);
      assertThat(archive.settings().embedding().model()).isEqualTo("facesj-embedder+sum");
      assertThat(archive.settings().parameters()).startsWith("score=0.45 overlap=0.45 ");
      assertThat(archive.settings().embedding().facesj()).isEmpty();
      assertThat(archive.clusters())
          .extracting(ArchivedCluster::name)
          .contains(Optional.of("ada"), Optional.of("bo"));
    }
    List<PhotoFaces> faces =
        ArchiveFaces.read(file, Optional.of(Path.of("/tmp/before/photos")), false).photos();
    assertThat(named(faces))
        .isEqualTo(named(new PeopleCsv().read(BEFORE.resolve("exported_archive.csv")).photos()));
    assertThat(faces).extracting(PhotoFaces::run).containsOnly(faces.get(0).run());
    assertThat(faces.get(0).run().sha256()).isEqualTo(DETECTOR);
  }

  private static List<String> named(List<PhotoFaces> photos) {
    List<String> named = new ArrayList<>();
    for (PhotoFaces photo : photos) {
      photo.faces().forEach(f -> named.add(photo.photo() + f.face().box() + f.name()));
    }
    return named;
  }

  /** Old calls run, and the tables that they write have the columns that they had. */
  @Test
  void macrosOfBeforeRunAndTablesHaveTheirColumns() throws Exception {
    copy("photos", "ada/ada_3", "bo/bo_3");
    copy("people/ada", "ada/ada_1", "ada/ada_2");
    copy("people/bo", "bo/bo_1", "bo/bo_2");
    MacroRun run = MacroRun.of(BEFORE.resolve("all_parameters.ijm"), dir.toString());
    assertThat(run.exitCode()).as(run.toString()).isZero();
    for (String table :
        List.of(
            "detect",
            "identify",
            "landmarks",
            "embeddings",
            "clusters",
            "archive_who",
            "similar",
            "exported_archive")) {
      assertHead(dir.resolve(table + ".csv"), BEFORE.resolve(table + ".csv"));
    }
    assertHead(dir.resolve("people.exported/faces.csv"), BEFORE.resolve("people/faces.csv"));
    assertHead(dir.resolve("people.exported/people.csv"), BEFORE.resolve("people/people.csv"));
    PhotoFaces points = new PeopleCsv().read(dir.resolve("points.csv")).photos().get(0);
    assertThat(points.run())
        .isEqualTo(new PeopleCsv().read(dir.resolve("landmarks.csv")).photos().get(0).run());
    assertThat(points.run().sha256()).hasSize(64);
    assertThat(Files.readString(dir.resolve("detect.csv"))).doesNotContain(DETECTOR);
  }

  private static void assertHead(Path now, Path before) throws Exception {
    assertThat(Files.readAllLines(now).get(0))
        .as(now.toString())
        .isEqualTo(Files.readAllLines(before).get(0));
  }

  private void copy(String folder, String... photos) throws Exception {
    Path target = Files.createDirectories(dir.resolve(folder));
    for (String photo : photos) {
      Path from = Sample.path("portraits/" + photo + ".jpg");
      Files.copy(from, target.resolve(from.getFileName()));
    }
  }
}
