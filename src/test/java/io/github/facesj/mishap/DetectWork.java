package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.FolderDetection;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.model.OpenModel;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.Optional;

/** Detect in Folder, over the table and drawings of an earlier run: each old or new, none half. */
final class DetectWork implements Work {

  private static final double EARLIER = 0.999;
  private static final double NOW = 0.5;

  @Override
  public void prepare(Path given, Path state) throws Exception {
    Photos.copy(given.resolve("photos"));
    try (OpenModel detector = Photos.detector()) {
      detect(detector, EARLIER, given, state);
    }
  }

  @Override
  public void run(Path given, Path state) throws Exception {
    try (OpenModel detector = Photos.detector()) {
      KilledWork.begin();
      detect(detector, NOW, given, state);
    }
  }

  private static void detect(OpenModel detector, double score, Path given, Path state)
      throws FacesException {
    SearchOptions options = SearchOptions.builder().score(score).build();
    new FolderDetection(
            () -> FaceAnalyzer.detecting(detector, options),
            FaceAnalyzer.provenance(detector.card(), options),
            2)
        .run(
            given.resolve("photos"),
            state.resolve("faces.csv"),
            Optional.of(state.resolve("drawings")),
            Progress.SILENT);
  }

  @Override
  public void check(Path given, Path state, Path before, Path after) throws Exception {
    Trees.assertNothingHalf(state, before, after);
  }

  @Override
  public void checkEnd(Path given, Path state, Path after) throws Exception {
    assertThat(Trees.of(state)).isEqualTo(Trees.of(after));
  }
}
