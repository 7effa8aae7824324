package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.AnonymiseRun;
import io.github.facesj.batch.Anonymiser;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.model.OpenModel;
import io.github.facesj.picture.Cover;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that is full or may not be written: a sentence, nothing lost that was there, nothing half;
 * with room again the work goes on to what an undisturbed run leaves.
 */
class DiskTest {

  /** Bytes free, from none to a part of what the work needs. */
  private static final long[] LEFT = {0, 4096, 40_000, 120_000};

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      classes = {
        IndexWork.class,
        ClusterWork.class,
        DeleteWork.class,
        ExportWork.class,
        AnonymiseWork.class,
        FirstAnonymiseWork.class,
        DetectWork.class,
        GalleryWork.class,
        IdentifyFolderWork.class,
        IdentifyArchiveWork.class
      })
  void fullOrForReadingOnly(Class<? extends Work> type) throws Exception {
    Work work = type.getDeclaredConstructor().newInstance();
    Path given = Files.createDirectory(dir.resolve("given"));
    Path before = dir.resolve("before");
    Path after = dir.resolve("after");
    try (TinyDisk disk = TinyDisk.at(dir.resolve("disk"), "24m")) {
      Path state = Files.createDirectory(dir.resolve("disk/state"));
      work.prepare(given, state);
      Trees.replace(before, state);
      work.run(given, state);
      Trees.replace(after, state);
      for (long left : LEFT) {
        Trees.replace(state, before);
        disk.fill(left);
        Optional<String> sentence = failure(work, given, state);
        assertThat(left > 0 || sentence.isPresent()).as("it cannot work without room").isTrue();
        sentence.ifPresent(text -> assertThat(text).containsIgnoringCase("disk"));
        work.check(given, state, before, after);
        disk.makeRoom();
        work.run(given, state);
        work.checkEnd(given, state, after);
      }
      Trees.replace(state, before);
      disk.readOnly(true);
      assertThat(failure(work, given, state)).isPresent();
      assertThat(Trees.of(state)).isEqualTo(Trees.of(before));
      disk.readOnly(false);
      work.run(given, state);
      work.checkEnd(given, state, after);
    }
  }

  /** One sentence, and not one for each photo. */
  @Test
  void aFullFolderOfCopiesEndsTheRun() throws Exception {
    Path photos = Files.createDirectory(dir.resolve("photos"));
    for (int i = 0; i < 12; i++) {
      Files.copy(
          Sample.path("portraits/ada/ada_1.jpg"),
          photos.resolve(String.format(Locale.ROOT, "photo%02d.jpg", i)));
    }
    Path copies = dir.resolve("disk/copies");
    try (TinyDisk disk = TinyDisk.at(dir.resolve("disk"), "24m");
        OpenModel detector = Photos.detector()) {
      AnonymiseRun run =
          new AnonymiseRun(
              () ->
                  Anonymiser.ofAll(
                      FaceAnalyzer.detecting(detector, SearchOptions.defaults()),
                      new FaceCover(Cover.BOX, 0.6)),
              2);
      Files.createDirectory(copies);
      disk.fill(200_000);
      assertThatThrownBy(() -> run.run(photos, copies, Progress.SILENT))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("disk");
      disk.makeRoom();
      AnonymiseRun.Outcome whole = run.run(photos, copies, Progress.SILENT);
      assertThat(whole.report().problems()).isEmpty();
      assertThat(whole.report().photos()).isEqualTo(12);
    }
  }

  /** What it says if it cannot be done. */
  private static Optional<String> failure(Work work, Path given, Path state) throws Exception {
    try {
      work.run(given, state);
      return Optional.empty();
    } catch (FacesException e) {
      assertThat(e).hasMessageEndingWith(".").message().doesNotContain("Exception", "java");
      return Optional.of(e.getMessage());
    }
  }
}
