package io.github.facesj.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.facesj.Reference;
import io.github.facesj.Sample;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.image.FaceImage;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.picture.Cover;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that was stopped halfway would show the faces not yet found. */
class AnonymiserStopTest {

  @TempDir Path dir;

  /** Cancels from the n-th time on that it is asked. */
  private static Progress stoppingAt(int n) {
    AtomicInteger asked = new AtomicInteger();
    return new Progress() {
      @Override
      public void at(long done, long total, String what) {
        // nobody is watching
      }

      @Override
      public boolean isCanceled() {
        return asked.incrementAndGet() > n;
      }

      @Override
      public void warn(Problem problem) {
        // nobody is watching
      }
    };
  }

  @Test
  void stoppedAtAnyPollThereIsNoCopy() throws Exception {
    try (OpenModel model = Reference.open("facesj-detector")) {
      FaceImage photo = PhotoReader.read(Sample.path(Sample.GROUP));
      Anonymiser anonymiser = anonymiser(model);
      int all = anonymiser.anonymise(photo, Progress.SILENT).covered().size();
      assertThat(all).isPositive();
      for (int n : new int[] {0, 1, 2, 3, 4, 5, 6, 8, 11, 16}) {
        Anonymised[] done = new Anonymised[1];
        FacesException stopped =
            catchThrowableOfType(
                FacesException.class, () -> done[0] = anonymiser.anonymise(photo, stoppingAt(n)));
        if (stopped == null) {
          assertThat(done[0].covered()).as("polls " + n).hasSize(all);
        } else {
          assertThat(stopped.isPassing()).isTrue();
        }
      }
    }
  }

  @Test
  void aStoppedFolderHoldsNoHalfCopy() throws Exception {
    try (OpenModel model = Reference.open("facesj-detector")) {
      Path photos = Files.createDirectories(dir.resolve("photos"));
      Files.copy(Sample.path(Sample.GROUP), photos.resolve("a.jpg"));
      for (int n : new int[] {1, 3, 6, 12}) {
        Path copies = dir.resolve("copies" + n);
        AnonymiseRun.Outcome[] done = new AnonymiseRun.Outcome[1];
        FacesException stopped =
            catchThrowableOfType(
                FacesException.class,
                () ->
                    done[0] =
                        new AnonymiseRun(() -> anonymiser(model), 1)
                            .run(photos, copies, stoppingAt(n)));
        if (stopped != null) { // while the folder was listed
          assertThat(stopped.isPassing()).as("stopped at poll " + n).isTrue();
        }
        if (stopped != null || done[0].report().faces() == 0) {
          assertThat(copies.resolve("a.jpg")).as("stopped at poll " + n).doesNotExist();
        }
      }
    }
  }

  private static Anonymiser anonymiser(OpenModel model) throws FacesException {
    return Anonymiser.ofAll(
        FaceAnalyzer.detecting(model, SearchOptions.defaults()),
        new FaceCover(Cover.BOX, FaceCover.DEFAULT_MARGIN));
  }
}
