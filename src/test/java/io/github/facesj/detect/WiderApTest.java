package io.github.facesj.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.metrics.DetectionTally;
import io.github.facesj.metrics.PrecisionRecall;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * AP of every detector on 200 photos of WIDER FACE validation, in the protocol of their README:
 * faces of at least 16 pixels on both sides count, smaller ones are ignored, IoU 0.5.
 */
@Tag("real")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WiderApTest {

  private static final Logger LOG = Logger.getLogger("wider");
  private static final double SMALLEST = 16;

  /** Below this score nothing is collected. */
  private static final double FLOOR = 0.02;

  private final Map<String, List<Box>> truth = new LinkedHashMap<>();
  private Path folder;

  @BeforeAll
  void read() throws Exception {
    folder = Shared.path("photos/wider-val200");
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".jpg"))
          .sorted()
          .forEach(f -> truth.put(f, new ArrayList<>()));
    }
    Samples.fill(truth, folder.resolve("ground_truth.csv"), "photo");
  }

  /**
   * The least AP guards what was measured: half a point less, for another processor's rounding;
   * more for FacesJ's own network, which is trained anew now and then.
   */
  @ParameterizedTest
  @CsvSource({
    "facesj-detector, -1, 0.846",
    "facesj-detector, 0, 0.846",
    "yunet, -1, 0.807",
    "yunet, 0, 0.807",
    "yunet-product, -1, 0.811",
    "scrfd-500m, -1, 0.821",
    "scrfd-500m, 0, 0.821",
    "scrfd-2.5g, -1, 0.842",
    "scrfd-2.5g, 0, 0.842",
    "ultraface-320, -1, 0.737",
    "ultraface-640, -1, 0.836",
    "retinaface, -1, 0.822",
    "mtcnn, -1, 0.755"
  })
  void averagePrecision(String id, int tiles, double least) throws Exception {
    DetectionTally tally = new DetectionTally(0.5);
    double threshold;
    long start = System.nanoTime();
    try (OpenModel model = Shared.model(id)) {
      FaceDetector detector = Detectors.of(model);
      SearchOptions options = SearchOptions.builder().score(FLOOR).tiles(tiles).build();
      FaceSearch search = new FaceSearch(detector, options);
      threshold = detector.threshold();
      for (Map.Entry<String, List<Box>> photo : truth.entrySet()) {
        List<Face> found =
            search
                .search(PhotoReader.read(folder.resolve(photo.getKey())), Progress.SILENT)
                .select();
        tally.add(found, part(photo.getValue(), true), part(photo.getValue(), false));
      }
    }
    PrecisionRecall curve = tally.curve();
    PrecisionRecall.Point at = curve.at(threshold);
    String row =
        String.format(
            Locale.ROOT,
            "%n| `%s` | %s | %.1f | %.1f | %.1f | %.2f |  (%d faces, %.1f s)",
            id,
            tiles == SearchOptions.WHOLE ? "one look" : "default",
            100 * curve.averagePrecision(),
            100 * at.precision(),
            100 * at.recall(),
            threshold,
            curve.faces(),
            (System.nanoTime() - start) / 1e9);
    LOG.info(row);
    assertThat(curve.faces()).isEqualTo(508);
    assertThat(curve.averagePrecision()).isGreaterThanOrEqualTo(least);
  }

  private static List<Box> part(List<Box> boxes, boolean large) {
    return boxes.stream()
        .filter(b -> Math.min(b.width(), b.height()) >= SMALLEST == large)
        .toList();
  }
}
