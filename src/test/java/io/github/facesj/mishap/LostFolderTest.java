package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.batch.AnonymiseRun;
import io.github.facesj.batch.Anonymiser;
import io.github.facesj.batch.FolderDetection;
import io.github.facesj.collection.IndexReport;
import io.github.facesj.collection.Indexer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.model.OpenModel;
import io.github.facesj.picture.Cover;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk with the photos is taken away, or a single file goes, while a run is at work. An empty
 * folder where a disk was says nothing of the photos.
 */
class LostFolderTest {

  private static final String GONE = "is not there any more";

  @TempDir Path dir;

  /** Does something when the first photo is done, once. */
  private static Progress afterTheFirst(Callable<?> mishap) {
    return new Progress() {
      private boolean done;

      @Override
      public void at(long photos, long total, String what) {
        if (!done && photos == 1 && !what.startsWith("Looking")) {
          done = true;
          try {
            mishap.call();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
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
  }

  /** Many, so that some are not read ahead when the first is done. */
  private static void photos(Path folder) throws Exception {
    Files.createDirectories(folder);
    for (int i = 0; i < 12; i++) {
      Files.copy(
          Sample.path(String.format(Locale.ROOT, "portraits/ada/ada_%d.jpg", 1 + i % 5)),
          folder.resolve(String.format(Locale.ROOT, "photo%02d.jpg", i)));
    }
  }

  @Test
  void aDiskTakenAwayWhileItIsIndexed() throws Exception {
    Path photos = dir.resolve("photos");
    Path archive = dir.resolve("a.facesj");
    Path whole = dir.resolve("whole.facesj");
    try (Indexer indexer = new Indexer()) {
      try (TinyDisk disk = TinyDisk.at(photos, "24m")) {
        photos(photos);
        indexer.run(photos, whole);
        assertThatThrownBy(
                () ->
                    indexer.run(
                        photos,
                        archive,
                        afterTheFirst(
                            () -> {
                              disk.takeAway();
                              return null;
                            })))
            .isInstanceOf(FacesException.class)
            .hasMessageContaining(GONE);
      }
      List<String> left = ArchiveDump.of(archive);
      assertThat(left).anyMatch(line -> line.startsWith("photo|")).contains("ok");
      assertThat(ArchiveDump.of(whole)).containsAll(rows(left));
      // The empty folder is not taken for a folder whose photos were all deleted.
      assertThatThrownBy(() -> indexer.run(photos, archive)).hasMessageContaining("no photo");
      assertThat(ArchiveDump.of(archive)).isEqualTo(left);
      photos(photos);
      indexer.run(photos, archive);
      // Copied anew, so that only the dates differ.
      assertThat(undated(archive)).isEqualTo(undated(whole));
    }
  }

  private static List<String> rows(List<String> dump) {
    return dump.stream().filter(line -> !line.startsWith("sqlite_sequence|")).toList();
  }

  private static List<String> undated(Path archive) throws Exception {
    return ArchiveDump.of(archive).stream()
        .map(line -> line.replaceFirst("^(photo\\|\\d+\\|[^|]*\\|\\d+\\|)\\d+", "$1"))
        .toList();
  }

  @Test
  void aDiskTakenAwayWhileFacesAreFound() throws Exception {
    Path photos = dir.resolve("photos");
    Path table = dir.resolve("faces.csv");
    try (OpenModel detector = Photos.detector();
        TinyDisk disk = TinyDisk.at(photos, "24m")) {
      photos(photos);
      FolderDetection detection =
          new FolderDetection(
              () -> FaceAnalyzer.detecting(detector, SearchOptions.defaults()),
              FaceAnalyzer.provenance(detector.card(), SearchOptions.defaults()),
              2);
      detection.run(photos, table, Optional.empty(), Progress.SILENT);
      byte[] before = Files.readAllBytes(table);
      assertThatThrownBy(
              () ->
                  detection.run(
                      photos,
                      table,
                      Optional.empty(),
                      afterTheFirst(
                          () -> {
                            disk.takeAway();
                            return null;
                          })))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining(GONE);
      assertThat(table).hasBinaryContent(before);
    }
  }

  @Test
  void aDiskTakenAwayWhileFacesAreCovered() throws Exception {
    Path photos = dir.resolve("photos");
    Path copies = dir.resolve("copies");
    try (OpenModel detector = Photos.detector();
        TinyDisk disk = TinyDisk.at(photos, "24m")) {
      photos(photos);
      FaceCover cover = new FaceCover(Cover.BOX, 0.6);
      AnonymiseRun run =
          new AnonymiseRun(
              () ->
                  Anonymiser.ofAll(
                      FaceAnalyzer.detecting(detector, SearchOptions.defaults()), cover),
              2);
      assertThatThrownBy(
              () ->
                  run.run(
                      photos,
                      copies,
                      afterTheFirst(
                          () -> {
                            disk.takeAway();
                            return null;
                          })))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining(GONE);
      Map<String, String> made = Trees.of(copies);
      assertThat(made).hasSizeGreaterThan(1);
      // The copies that were made stay, and the next run knows them.
      photos(photos);
      run.run(photos, copies, Progress.SILENT);
      made.remove(AnonymiseRun.TABLE);
      assertThat(Trees.of(copies)).containsAllEntriesOf(made).hasSize(13);
    }
  }

  /** The empty folder that is left where the results were is not written into. */
  @Test
  void theDiskOfTheResultsTakenAway() throws Exception {
    Path photos = dir.resolve("photos");
    photos(photos);
    Path results = dir.resolve("results");
    SearchOptions options = SearchOptions.defaults();
    try (OpenModel detector = Photos.detector()) {
      FolderDetection detection =
          new FolderDetection(
              () -> FaceAnalyzer.detecting(detector, options),
              FaceAnalyzer.provenance(detector.card(), options),
              2);
      AnonymiseRun covering =
          new AnonymiseRun(
              () ->
                  Anonymiser.ofAll(
                      FaceAnalyzer.detecting(detector, options), new FaceCover(Cover.BOX, 0.6)),
              2);
      Map<String, Running> runs =
          Map.of(
              "copies",
              progress -> covering.run(photos, results.resolve("copies"), progress),
              "drawings",
              progress ->
                  detection.run(
                      photos,
                      dir.resolve("faces.csv"),
                      Optional.of(results.resolve("drawings")),
                      progress),
              "table",
              progress ->
                  detection.run(photos, results.resolve("faces.csv"), Optional.empty(), progress));
      for (Map.Entry<String, Running> run : runs.entrySet()) {
        try (TinyDisk disk = TinyDisk.at(results, "24m")) {
          Progress taking =
              afterTheFirst(
                  () -> {
                    disk.takeAway();
                    return null;
                  });
          assertThatThrownBy(() -> run.getValue().with(taking))
              .as(run.getKey())
              .isInstanceOf(FacesException.class)
              .hasMessageContaining("is not the one that was there when the run began");
        }
        assertThat(results).as(run.getKey()).isEmptyDirectory();
      }
    }
  }

  /** A run. */
  @FunctionalInterface
  private interface Running {
    Object with(Progress progress) throws FacesException;
  }

  @Test
  void aFileThatGoesBeforeItsTurnIsNamed() throws Exception {
    Path photos = Files.createDirectories(dir.toRealPath().resolve("photos"));
    photos(photos);
    Path last = photos.resolve("photo11.jpg");
    Path archive = dir.resolve("a.facesj");
    try (Indexer indexer = new Indexer()) {
      IndexReport report =
          indexer.run(
              photos,
              archive,
              afterTheFirst(
                  () -> {
                    Files.delete(last);
                    return null;
                  }));
      assertThat(report.added()).isEqualTo(11);
      assertThat(report.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.where()).isEqualTo(last.toString());
                assertThat(problem.sentence()).contains("went before its turn came");
              });
    }
    assertThat(ArchiveDump.of(archive)).noneMatch(line -> line.contains("photo11.jpg"));
  }
}
