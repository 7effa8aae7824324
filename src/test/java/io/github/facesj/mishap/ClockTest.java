package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.batch.AnonymiseRun;
import io.github.facesj.batch.Anonymiser;
import io.github.facesj.collection.IndexReport;
import io.github.facesj.collection.Indexer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.model.OpenModel;
import io.github.facesj.picture.Cover;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates of files may lie in the future or go back; only whether they differ counts. */
class ClockTest {

  private static final Instant FUTURE = Instant.parse("2101-01-01T00:00:00Z");
  private static final Instant PAST = Instant.parse("1969-07-20T20:17:40Z");

  @TempDir Path dir;

  private Path photos() throws Exception {
    Path photos = Files.createDirectories(dir.toRealPath().resolve("photos"));
    put("portraits/ada/ada_1.jpg", photos.resolve("a.jpg"), FUTURE);
    put("portraits/bo/bo_1.jpg", photos.resolve("b.jpg"), PAST);
    return photos;
  }

  private static void put(String sample, Path photo, Instant date) throws Exception {
    Files.copy(Sample.path(sample), photo, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(photo, FileTime.from(date));
  }

  @Test
  void anArchiveKnowsPhotosOfAnyDateAndSeesThoseThatBecameOlder() throws Exception {
    Path photos = photos();
    Path archive = dir.resolve("a.facesj");
    // As if the clock had been ahead when the archive was written.
    try (Indexer indexer = new Indexer()) {
      assertThat(indexer.run(photos, archive).added()).isEqualTo(2);
      Files.setLastModifiedTime(archive, FileTime.from(FUTURE));
      List<String> dump = ArchiveDump.of(archive);
      assertThat(indexer.run(photos, archive).unchanged()).isEqualTo(2);
      assertThat(ArchiveDump.of(archive)).isEqualTo(dump);
      put("portraits/chidi/chidi_1.jpg", photos.resolve("a.jpg"), PAST);
      put("portraits/dora/dora_1.jpg", photos.resolve("c.jpg"), PAST);
      IndexReport report = indexer.run(photos, archive);
      assertThat(report.changed()).isEqualTo(1);
      assertThat(report.added()).isEqualTo(1);
      assertThat(report.unchanged()).isEqualTo(1);
    }
  }

  @Test
  void copiesOfPhotosThatBecameOlderAreMadeAnew() throws Exception {
    Path photos = photos();
    Path copies = dir.resolve("copies");
    FaceCover cover = new FaceCover(Cover.BOX, 0.6);
    try (OpenModel detector = Photos.detector()) {
      AnonymiseRun run =
          new AnonymiseRun(
              () ->
                  Anonymiser.ofAll(
                      FaceAnalyzer.detecting(detector, SearchOptions.defaults()), cover),
              2);
      assertThat(run.run(photos, copies, Progress.SILENT).skipped()).isZero();
      assertThat(run.run(photos, copies, Progress.SILENT).skipped()).isEqualTo(2);
      byte[] before = Files.readAllBytes(copies.resolve("a.jpg"));
      put("portraits/chidi/chidi_1.jpg", photos.resolve("a.jpg"), PAST);
      assertThat(run.run(photos, copies, Progress.SILENT).skipped()).isEqualTo(1);
      assertThat(Files.readAllBytes(copies.resolve("a.jpg"))).isNotEqualTo(before);
    }
  }
}
