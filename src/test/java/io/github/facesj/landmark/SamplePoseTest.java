package io.github.facesj.landmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Reference;
import io.github.facesj.detect.Detectors;
import io.github.facesj.detect.FaceSearch;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Head poses of the thirty sample portraits against the truth of the rendering; printed for docs.
 */
class SamplePoseTest {

  private static final Path SAMPLES = Path.of("sample-images");

  /** Tells the pose of a found face. */
  private interface Poser {
    HeadPose pose(FaceImage photo, Face face) throws Exception;
  }

  @Test
  void byTheLandmarksOfFacesJ() throws Exception {
    byLandmarks("facesj-detector", "facesj-landmarks68", 8);
  }

  @Tag("real")
  @ParameterizedTest
  @CsvSource({"yunet, facesj-landmarks68, 8", "yunet, pfld-68, 8"})
  void byLandmarks(String detector, String landmarks, double limit) throws Exception {
    try (OpenModel model = Reference.open(landmarks)) {
      FaceLandmarker landmarker = FaceLandmarker.of(model);
      check(
          detector,
          landmarks,
          limit,
          (photo, face) -> {
            Landmarks points =
                landmarker
                    .find(Pyramid.of(photo), List.of(face), Sampling.ANTIALIASED)
                    .get(0)
                    .landmarks()
                    .orElseThrow();
            return PoseFit.of(points).pose();
          });
    }
  }

  @Tag("real")
  @Test
  void byFsaNet() throws Exception {
    try (OpenModel model = Reference.open("fsanet")) {
      PoseNetwork network = PoseNetwork.of(model);
      check("yunet", "fsanet", 12, (photo, face) -> network.of(photo, face.box()));
    }
  }

  private static void check(String detectorId, String what, double limit, Poser poser)
      throws Exception {
    double[] sums = new double[3];
    int n = 0;
    try (OpenModel model = Reference.open(detectorId)) {
      FaceSearch search =
          new FaceSearch(
              Detectors.of(model), SearchOptions.builder().scales(List.of(0.5, 1.0)).build());
      for (Map<String, String> row : Reference.rows(SAMPLES.resolve("faces.csv"))) {
        if (!row.get("image").startsWith("portraits")) {
          continue;
        }
        FaceImage photo = PhotoReader.read(SAMPLES.resolve(row.get("image")));
        List<Face> faces = search.search(photo, Progress.SILENT).select();
        if (faces.isEmpty()) {
          continue;
        }
        HeadPose pose = poser.pose(photo, faces.get(0));
        sums[0] += Math.abs(pose.yaw() - Reference.number(row, "yaw"));
        sums[1] += Math.abs(pose.pitch() - Reference.number(row, "pitch"));
        sums[2] += Math.abs(pose.roll() - Reference.number(row, "roll"));
        n++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "Pose on samples | %s | %s | %d of 30 | %.2f | %.2f | %.2f%n",
        detectorId,
        what,
        n,
        sums[0] / n,
        sums[1] / n,
        sums[2] / n);
    assertThat(n).isGreaterThanOrEqualTo(28);
    for (double sum : sums) {
      assertThat(sum / n).isLessThan(limit);
    }
  }
}
