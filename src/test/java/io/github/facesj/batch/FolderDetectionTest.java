package io.github.facesj.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.QualityGate;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import io.github.facesj.run.RunWatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of folders are written as they grow, and made in several runs as in one. */
class FolderDetectionTest {

  @TempDir static Path home;
  private static RehearsedPhotos photos;
  private static byte[] whole;

  @TempDir Path dir;
  private Path table;
  private Path unfinished;

  @BeforeAll
  static void rehearse() throws Exception {
    photos = new RehearsedPhotos(home.toRealPath().resolve("photos"));
    detect(home.resolve("whole.csv"), Progress.SILENT);
    whole = Files.readAllBytes(home.resolve("whole.csv"));
    assertThat(new String(whole, StandardCharsets.UTF_8))
        .contains("ada/1.png,1,1,0.")
        .contains("dora/2.png,1,1,0.");
  }

  @AfterAll
  static void close() {
    photos.close();
  }

  @BeforeEach
  void names() {
    table = dir.resolve("faces.csv");
    unfinished = dir.resolve("faces.csv.unfinished");
  }

  @AfterEach
  void calm() throws Exception {
    photos.noTrouble();
    photos.restore();
  }

  private static Report detect(Path table, Progress progress) throws FacesException {
    return detect(table, Optional.empty(), progress);
  }

  private static Report detect(Path table, Optional<Path> drawings, Progress progress)
      throws FacesException {
    return new FolderDetection(photos::analyzer, photos.analyzer().provenance(), 2)
        .run(photos.folder(), table, drawings, progress);
  }

  /** Stops after so many photos. */
  private static Progress stopAfter(int count) {
    return new RunWatch() {
      private boolean stop;

      @Override
      public void at(long done, long total, String what) {
        stop |= done >= count;
      }

      @Override
      public boolean isCanceled() {
        return stop;
      }
    };
  }

  /** Whoever looks at one of these photos fails. */
  private static void mustNotBeLookedAt(List<String> names) {
    photos.trouble(
        photo ->
            names.contains(photo)
                ? Optional.of(
                    () -> {
                      throw FacesException.endingTheRun(photo + " was looked at again");
                    })
                : Optional.empty());
  }

  @Test
  void aStoppedRunIsGoneOnFrom() throws Exception {
    Report first = detect(table, stopAfter(3));
    assertThat(first.summary())
        .startsWith("3 photos, 3 faces, 0 problems (")
        .contains("stopped before the end")
        .contains("The rows so far are in " + unfinished + "; run it again to go on.\n")
        .endsWith("Files: 3 used, 0 passed over, 0 with a problem, 3 not reached; 6 in all");
    assertThat(table).doesNotExist();
    assertThat(Files.readString(unfinished)).contains("ada/1.png,1,1,0.").contains("bo/1.png,1,1,");
    mustNotBeLookedAt(RehearsedPhotos.NAMES.subList(0, 3));
    Report second = detect(table, Progress.SILENT);
    assertThat(second.summary())
        .startsWith("6 photos, 6 faces, 0 problems (")
        .contains(" s)\nFiles: 6 used");
    assertThat(table).hasBinaryContent(whole);
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void wheneverItWasKilledItEndsWithTheTableOfAnUndisturbedRun() throws Exception {
    detect(table, stopAfter(2));
    detect(table, stopAfter(4));
    byte[] rows = Files.readAllBytes(unfinished);
    for (int length = rows.length; length >= 0; length -= Math.max(1, rows.length / 40)) {
      Files.write(unfinished, Arrays.copyOf(rows, length));
      detect(table, Progress.SILENT);
      assertThat(Arrays.equals(Files.readAllBytes(table), whole)).as("cut at " + length).isTrue();
      assertThat(unfinished).doesNotExist();
    }
    Files.write(unfinished, Arrays.copyOf(rows, rows.length + 100)); // zeros after a power cut
    detect(table, Progress.SILENT);
    assertThat(table).hasBinaryContent(whole);
  }

  @Test
  void aFaultThatEndsTheRunKeepsTheRowsAndWhatPassesIsTriedAgain() throws Exception {
    photos.trouble(
        photo ->
            switch (photo) {
              case "ada/2.png" ->
                  Optional.of(
                      () -> {
                        throw new IllegalStateException("a mistake");
                      });
              case "dora/1.png" ->
                  Optional.of(
                      () -> {
                        throw FacesException.endingTheRun("The model was closed.");
                      });
              default -> Optional.empty();
            });
    assertThatThrownBy(() -> detect(table, Progress.SILENT)).hasMessage("The model was closed.");
    assertThat(table).doesNotExist();
    assertThat(Files.readString(unfinished)).contains("FacesJ made a mistake");
    mustNotBeLookedAt(List.of("ada/1.png", "bo/1.png", "bo/2.png"));
    detect(table, Progress.SILENT);
    assertThat(table).hasBinaryContent(whole);
  }

  @Test
  void photosThatChangedSinceAreLookedAtAgain() throws Exception {
    detect(table, stopAfter(4));
    Files.copy(
        photos.folder().resolve("dora/1.png"),
        photos.folder().resolve("ada/2.png"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.delete(photos.folder().resolve("bo/1.png"));
    detect(table, Progress.SILENT);
    Path other = dir.resolve("other.csv");
    detect(other, Progress.SILENT);
    assertThat(table).hasSameBinaryContentAs(other);
    assertThat(Files.readString(table)).doesNotContain("bo/1.png");
    assertThat(Files.readAllBytes(table)).isNotEqualTo(whole);
  }

  @Test
  void rowsOfOtherSettingsAreNotGoneOnFrom() throws Exception {
    SearchOptions square = SearchOptions.builder().smallest(1).build();
    Factory<FaceAnalyzer> other = () -> photos.analyzer(square);
    new FolderDetection(other, other.create().provenance(), 1)
        .run(photos.folder(), table, Optional.empty(), stopAfter(3));
    List<Problem> warnings = new ArrayList<>();
    detect(
        table,
        new RunWatch() {
          @Override
          public void warn(Problem problem) {
            warnings.add(problem);
          }
        });
    assertThat(table).hasBinaryContent(whole);
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("faces.csv.unfinished")
        .contains("other settings");
  }

  @Test
  void aTableThatAnotherRunIsMakingIsLeftAlone() throws Exception {
    try (UnfinishedTable held = UnfinishedTable.open(table, "mine", WriteGuard.none())) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> detect(table, Progress.SILENT))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("being made by another run");
    }
    detect(table, Progress.SILENT);
    assertThat(table).hasBinaryContent(whole);
  }

  @Test
  void aFileOfSomebodyElseIsNotTakenForRows() throws Exception {
    Files.writeString(unfinished, "my own notes");
    assertThatThrownBy(() -> detect(table, Progress.SILENT)).isInstanceOf(FacesException.class);
    assertThat(unfinished).hasContent("my own notes");
  }

  @Test
  void aRunThatComesToNothingLeavesNothing() throws Exception {
    mustNotBeLookedAt(RehearsedPhotos.NAMES);
    assertThatThrownBy(() -> detect(table, Progress.SILENT)).isInstanceOf(FacesException.class);
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void drawingsThatAreMissingAreMadeAgain() throws Exception {
    Optional<Path> drawings = Optional.of(dir.resolve("drawings"));
    detect(table, drawings, stopAfter(3));
    Path drawn = drawings.get().resolve("ada/2.png.png");
    byte[] picture = Files.readAllBytes(drawn);
    Files.delete(drawn);
    detect(table, drawings, Progress.SILENT);
    assertThat(drawn).hasBinaryContent(picture);
    assertThat(drawings.get().resolve("dora/2.png.png")).exists();
    assertThat(table).hasBinaryContent(whole);
  }

  @Test
  void aFolderThatTakesNoDrawingsEndsTheRun() throws Exception {
    Path blocked = Files.writeString(dir.resolve("file"), "no folder");
    assertThatThrownBy(
            () -> detect(table, Optional.of(blocked.resolve("drawings")), Progress.SILENT))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void identificationGoesOnInTheSameWay() throws Exception {
    GallerySource source = new GallerySource(photos::recognizer, 2, QualityGate.OPEN);
    Gallery gallery =
        GallerySource.join(source.empty(), source.enrol(photos.folder(), Progress.SILENT));
    NameThreshold limit = new NameThreshold(0.6, "given by the test", Optional.empty(), 1, 1);
    IdentificationRun run =
        new IdentificationRun(() -> new Identifier(photos.recognizer(), gallery, limit, 2), 2);
    Path undisturbed = dir.resolve("undisturbed.csv");
    run.run(photos.folder(), undisturbed, Progress.SILENT);
    assertThat(Files.readString(undisturbed)).contains("ada/1.png,1,1,ada,");
    run.run(photos.folder(), table, stopAfter(2));
    assertThat(table).doesNotExist();
    mustNotBeLookedAt(RehearsedPhotos.NAMES.subList(0, 2));
    run.run(photos.folder(), table, Progress.SILENT);
    assertThat(table).hasSameBinaryContentAs(undisturbed);
    assertThat(unfinished).doesNotExist();
  }
}
