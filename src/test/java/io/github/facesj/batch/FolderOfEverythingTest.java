package io.github.facesj.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.analysis.Identifier;
import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.QualityGate;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.collection.IndexReport;
import io.github.facesj.collection.IndexRun;
import io.github.facesj.evaluation.DetectionEvaluation;
import io.github.facesj.face.Box;
import io.github.facesj.gallery.Enrolment;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.picture.Cover;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.FileTally;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every run says of each file of a folder whether it was used, passed over, or a problem. */
class FolderOfEverythingTest {

  /** Names in which deleted photos and small copies lie; each gets a photo with a face. */
  private static final List<String> SYSTEM =
      List.of(
          "ada/@eaDir/1.png/SYNOPHOTO_THUMB_M.png",
          "#recycle/bo/gone.png",
          "@Recycle/gone.png",
          "@Recently-Snapshot/GMT+01_2026-11-30/ada/1.png",
          "$RECYCLE.BIN/S-1-5-21/$R0ABCD.png",
          "System Volume Information/a.png",
          ".Trash-1000/files/gone.png",
          ".thumbnails/large/1.png",
          "ada/.@__thumb/default1.png",
          "lost+found/#1234.png",
          "__MACOSX/ada/1.png",
          "whatsapp/.nomedia",
          "whatsapp/in/sent.png",
          ".stversions/ada/1~20261130-101112.png",
          "Fotos.photoslibrary/resources/derivatives/1/a.png",
          "Fotos.photoslibrary/Thumbnails/b.png",
          "Old.aplibrary/Previews/c.png",
          "Catalogue Previews.lrdata/0/a.png",
          "ada/CaptureOne/Cache/Proxies/1.png",
          ".picasaoriginals/a.png",
          ".hidden.png",
          "ada/._1.png");

  /** Files beside photos. */
  private static final List<String> OTHERS =
      List.of(
          "ada/1.heic",
          "ada/2.HEIC",
          "bo/1.avif",
          "bo/1.jxl",
          "bo/1.jp2",
          "raw/a.nef",
          "raw/b.CR3",
          "raw/c.arw",
          "raw/d.dng",
          "a.psd",
          "film.mp4",
          "film.MOV",
          "sound.mp3",
          "letter.pdf",
          "list.csv",
          "ada/1.xmp",
          "ada/1.png.xmp",
          "ada/1.AAE",
          "ada/1.png_original",
          "packed.zip",
          "no ending",
          "Thumbs.db",
          "ada/empty");

  @TempDir static Path home;
  private static RehearsedPhotos photos;
  private static Path folder;
  private static Gallery gallery;

  @TempDir Path dir;

  @BeforeAll
  static void fill() throws Exception {
    System.setProperty("facesj.decoders", ""); // whatever this machine could read of HEIC
    photos = new RehearsedPhotos(home.toRealPath().resolve("photos"));
    folder = photos.folder();
    GallerySource source = new GallerySource(photos::recognizer, 2, QualityGate.OPEN);
    gallery = GallerySource.join(source.empty(), source.enrol(folder, Progress.SILENT));
    Path face = folder.resolve("ada/1.png");
    for (String name : SYSTEM) {
      Path copy = folder.resolve(name);
      Files.createDirectories(copy.getParent());
      Files.copy(face, copy);
    }
    for (String name : OTHERS) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name.endsWith("empty") ? "" : "what " + name + " holds");
    }
    // Photos of other names than photos have, of an iPhone that was told so, and of none.
    Files.copy(folder.resolve("bo/2.png"), folder.resolve("bo/3.heic"));
    Files.copy(folder.resolve("bo/2.png"), folder.resolve("bo/without"));
    Path originals = folder.resolve("Fotos.photoslibrary/originals/1");
    Files.createDirectories(originals);
    Files.copy(folder.resolve("dora/1.png"), originals.resolve("x.png"));
    // And two that are none.
    Files.writeString(folder.resolve("bo/broken.jpg"), "no photo");
    Files.write(folder.resolve("dora/empty.png"), new byte[0]);
  }

  @AfterAll
  static void close() {
    System.clearProperty("facesj.decoders");
    photos.close();
  }

  private static void addsUp(FileTally files, int used, int problems) throws Exception {
    long there;
    try (Stream<Path> all = Files.walk(folder)) {
      there = all.filter(Files::isRegularFile).count();
    }
    assertThat(files.files()).as(files.table()).isEqualTo(there);
    assertThat(files.used()).as(files.table()).isEqualTo(used);
    assertThat(files.problems()).as(files.table()).isEqualTo(problems);
    assertThat(files.left()).isZero();
  }

  private static void tellsAll(String report) {
    assertThat(report)
        .contains(
            "HEIC pictures: 2 (ada/1.heic, ada/2.HEIC)",
            "AVIF pictures: 1 (bo/1.avif)",
            "RAW pictures: 4 (raw/a.nef, raw/b.CR3, raw/c.arw, ...)",
            "videos: 2 (film.MOV, film.mp4)",
            "notes of other programs beside photos: 3",
            "files in @eaDir: 1 (",
            "files in #recycle: 1 (#recycle/bo/gone.png)",
            "files in the hidden folder .thumbnails: 1 (",
            "files in folders with .nomedia: 2 (",
            "files in *.photoslibrary beside its originals: 2 (",
            "files in *.lrdata: 1 (",
            "notes of macOS beside files (._): 1 (ada/._1.png)");
  }

  @Test
  void detection() throws Exception {
    Report report =
        new FolderDetection(photos::analyzer, photos.analyzer().provenance(), 2)
            .run(folder, dir.resolve("faces.csv"), Optional.empty(), Progress.SILENT);
    addsUp(report.files().orElseThrow(), 9, 2);
    tellsAll(report.summary());
    assertThat(Files.readString(dir.resolve("faces.csv")))
        .contains("bo/3.heic,1,1,", "bo/without,1,1,", "Fotos.photoslibrary/originals/1/x.png,1,1,")
        .doesNotContain("eaDir", "recycle", "Thumbnails");
  }

  @Test
  void identification() throws Exception {
    Report report =
        new IdentificationRun(
                () ->
                    new Identifier(
                        photos.recognizer(),
                        gallery,
                        new NameThreshold(0.4, "given", Optional.empty(), 1, 1),
                        1),
                2)
            .run(folder, dir.resolve("who.csv"), Progress.SILENT);
    addsUp(report.files().orElseThrow(), 9, 2);
    tellsAll(report.summary());
  }

  @Test
  void anonymisation() throws Exception {
    AnonymiseRun.Outcome outcome =
        new AnonymiseRun(
                () -> Anonymiser.ofAll(photos.analyzer(), new FaceCover(Cover.BOX, 0.6)), 2)
            .run(folder, dir.resolve("copies"), Progress.SILENT);
    addsUp(outcome.report().files().orElseThrow(), 9, 2);
    tellsAll(outcome.summary());
  }

  @Test
  void enrolment() throws Exception {
    Enrolment enrolment =
        new GallerySource(photos::recognizer, 2, QualityGate.OPEN).enrol(folder, Progress.SILENT);
    addsUp(enrolment.files().orElseThrow(), 8, 2);
    assertThat(GallerySource.summary(enrolment))
        .contains("photos in folders within a person's folder: 1 (Fotos.photoslibrary/originals/");
    assertThat(enrolment.faces()).noneMatch(f -> f.person().startsWith("@"));
  }

  @Test
  void evaluation() throws Exception {
    DetectionEvaluation evaluation =
        DetectionEvaluation.of(
            PhotoFolder.of(folder).listing(Progress.SILENT),
            Map.of("ada/1.png", List.of(new Box(20, 20, 100, 100))),
            photos::analyzer,
            2,
            0.5,
            0,
            Progress.SILENT);
    addsUp(evaluation.files(), 9, 2);
    tellsAll(evaluation.line());
  }

  @Test
  void indexing() throws Exception {
    IndexRun run = new IndexRun(photos::recognizer, 2);
    IndexReport first = run.run(folder, dir.resolve("a.facesj"), Progress.SILENT);
    addsUp(first.files(), 9, 2);
    tellsAll(first.summary());
    IndexReport again = run.run(folder, dir.resolve("a.facesj"), Progress.SILENT);
    addsUp(again.files(), 9, 2);
  }

  @Test
  void whatAnArchiveHasOfSystemFoldersIsToldAndStays() throws Exception {
    Path archive = dir.resolve("a.facesj");
    IndexRun run = new IndexRun(photos::recognizer, 2);
    IndexReport all = run.run(new PhotoFolder(folder, true), archive, Progress.SILENT);
    assertThat(all.files().passedOver()).noneMatch(p -> p.what().startsWith("files in"));
    IndexReport now = run.run(folder, archive, Progress.SILENT);
    assertThat(now.leftOut()).hasSize(SYSTEM.size()).anyMatch(p -> p.contains("/#recycle/"));
    assertThat(now.missing()).isZero();
    assertThat(now.summary())
        .contains(" photos of the archive lie where no photos are looked for any more, such as ")
        .contains("stay until you delete them");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos()).extracting(ArchivedPhoto::path).anyMatch(p -> p.contains("@eaDir"));
    }
  }

  @Test
  void aPhotoThatWasDeletedIsGoneAndDoesNotComeBack() throws Exception {
    Path mine = Files.createDirectory(dir.resolve("mine"));
    Path photo = Files.copy(folder.resolve("ada/1.png"), mine.resolve("a.png"));
    Files.copy(folder.resolve("bo/1.png"), mine.resolve("b.png"));
    IndexRun run = new IndexRun(photos::recognizer, 2);
    run.run(mine, dir.resolve("b.facesj"), Progress.SILENT);
    Path trash = Files.createDirectory(mine.resolve("#recycle"));
    Files.move(photo, trash.resolve("a.png"), StandardCopyOption.ATOMIC_MOVE);
    IndexReport report = run.run(mine, dir.resolve("b.facesj"), Progress.SILENT);
    assertThat(report.missing()).isOne();
    assertThat(report.moved()).isZero();
    assertThat(report.summary()).contains("files in #recycle: 1 (#recycle/a.png)");
  }
}
