package io.github.facesj.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.Needs;
import io.github.facesj.evaluation.PairFiles;
import io.github.facesj.evaluation.PairList;
import io.github.facesj.evaluation.PairScore;
import io.github.facesj.evaluation.ResultFolder;
import io.github.facesj.evaluation.UnfinishedPairs;
import io.github.facesj.evaluation.Verification;
import io.github.facesj.evaluation.VerificationFiles;
import io.github.facesj.evaluation.VerificationProtocol;
import io.github.facesj.evaluation.VerificationRun;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verification shows its rows as they come, and goes on where it was stopped. */
class VerificationRowsTest {

  @TempDir static Path home;
  private static RehearsedPhotos photos;

  @TempDir Path dir;

  @BeforeAll
  static void rehearse() throws Exception {
    photos = new RehearsedPhotos(home.toRealPath().resolve("photos"));
  }

  @AfterAll
  static void close() {
    photos.close();
  }

  @AfterEach
  void calm() throws Exception {
    photos.noTrouble();
    photos.restore();
  }

  /** Notes how far the run says it is and what is in the file then; stops at a number of pairs. */
  private final class Watch implements Progress {

    private final Path unfinished;
    private final int stopAt;
    private final List<Long> done = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Watch(Path folder, int stopAt) {
      this.unfinished = folder.resolve("scores.csv.unfinished");
      this.stopAt = stopAt;
    }

    @Override
    public void at(long pairs, long total, String what) {
      assertThat(total).isEqualTo(pairs().size());
      done.add(pairs);
      try {
        rows.add(
            Files.readAllLines(unfinished).stream().filter(l -> l.startsWith("#photo")).count());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean isCanceled() {
      return !done.isEmpty() && done.get(done.size() - 1) >= stopAt;
    }

    @Override
    public void warn(Problem problem) {
      warnings.add(problem.toString());
    }
  }

  private static List<String> pairs() {
    List<String> lines = new ArrayList<>();
    for (String a : RehearsedPhotos.NAMES) {
      for (String b : RehearsedPhotos.NAMES) {
        if (a.compareTo(b) < 0) {
          lines.add(a + "," + b + "," + (a.charAt(0) == b.charAt(0) ? 1 : 0) + ",0");
        }
      }
    }
    return lines;
  }

  private List<PairScore> run(Path out, Progress progress) throws Exception {
    List<String> lines = new ArrayList<>(List.of("a,b,same,fold"));
    lines.addAll(pairs());
    Path file = Files.write(dir.resolve("pairs.csv"), lines);
    PairList list = PairFiles.read(file, photos.folder());
    ResultFolder results = VerificationFiles.results(out, file);
    VerificationProtocol protocol = VerificationProtocol.of(photos.recognizer(), false);
    try (UnfinishedPairs rows =
        VerificationFiles.unfinished(results, list, photos.folder(), protocol, file, progress)) {
      List<PairScore> scores =
          new VerificationRun(photos::recognizer, 1).compare(list, rows, progress);
      VerificationFiles.write(results, Verification.of(scores), protocol);
      rows.remove();
      return scores;
    }
  }

  @BeforeEach
  void curvesNeedFonts() {
    Needs.fonts();
  }

  @Test
  void rowsAreThereAsSoonAsTheyAreCounted() throws Exception {
    Path out = dir.resolve("out");
    Watch watch = new Watch(out, Integer.MAX_VALUE);
    run(out, watch);
    assertThat(watch.done).hasSize(RehearsedPhotos.NAMES.size()).isSorted().endsWith(15L);
    assertThat(watch.done).anyMatch(pairs -> pairs > 0 && pairs < 15);
    assertThat(watch.rows).isEqualTo(watch.done);
    assertThat(out.resolve("scores.csv")).exists();
    assertThat(out.resolve("scores.csv.unfinished")).doesNotExist();
  }

  @Test
  void aStoppedRunGoesOnAndGivesTheSame() throws Exception {
    Path whole = dir.resolve("whole");
    run(whole, Progress.SILENT);
    Path out = dir.resolve("out");
    assertThatThrownBy(() -> run(out, new Watch(out, 4)))
        .isInstanceOf(FacesException.class)
        .hasMessageContainingAll("was stopped after", "of 15 pairs", "scores.csv.unfinished");
    assertThat(out.resolve("scores.csv")).doesNotExist();
    Watch second = new Watch(out, Integer.MAX_VALUE);
    run(out, second);
    assertThat(second.done.get(0)).isGreaterThanOrEqualTo(4);
    assertThat(second.warnings).isEmpty();
    for (String name : List.of("scores.csv", "summary.csv")) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
    }
  }

  @Test
  void aPhotoThatChangedMeanwhileIsLookedAtAgain() throws Exception {
    Path out = dir.resolve("out");
    Path photo = photos.folder().resolve(RehearsedPhotos.NAMES.get(1));
    byte[] good = Files.readAllBytes(photo);
    Files.writeString(photo, "no photo");
    assertThatThrownBy(() -> run(out, new Watch(out, 4))).isInstanceOf(FacesException.class);
    Files.write(photo, good);
    Files.setLastModifiedTime(photo, FileTime.fromMillis(1_700_000_000_000L));
    assertThat(run(out, Progress.SILENT)).allMatch(score -> score.problem().isEmpty());
  }
}
