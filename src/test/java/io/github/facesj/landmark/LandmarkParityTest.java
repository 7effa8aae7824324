package io.github.facesj.landmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Reference;
import io.github.facesj.face.Box;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The points of public networks are those of Python on the same photos and boxes. */
@Tag("real")
class LandmarkParityTest {

  /** Errors in per cent of the box's width: of plain sampling, as in the reference. */
  @ParameterizedTest
  @CsvSource({
    "pfld-68, camera, 0.2, 0.5",
    "pfld-68-batch, batch, 0.2, 0.5",
    "pfld-106, pfld106_hsintao_lite, 0.4, 2.1",
    "ghostone-98, pfld98_GhostOne, 0.2, 0.5"
  })
  void pointsOfPhotos(String id, String name, double meanLimit, double worstLimit)
      throws Exception {
    Path csv = Reference.path("reference-outputs/landmarks.csv");
    double sum = 0;
    double worst = 0;
    int n = 0;
    try (OpenModel model = Reference.open(id)) {
      FaceLandmarker landmarker = FaceLandmarker.of(model);
      for (Map<String, String> row : Reference.rows(csv)) {
        if (!(row.get("model") + " " + row.get("rule")).contains(name)) {
          continue;
        }
        FaceImage photo = PhotoReader.read(csv.resolveSibling("photos").resolve(row.get("photo")));
        Box box = Reference.box(row, "box_");
        Landmarks ours =
            landmarker.ofPointBoxes(Pyramid.of(photo), List.of(box), Sampling.BILINEAR).get(0);
        double error = 0;
        for (int i = 0; i < ours.size(); i++) {
          error +=
              Math.hypot(
                      ours.x(i) - Reference.number(row, "x_" + i),
                      ours.y(i) - Reference.number(row, "y_" + i))
                  / ours.size();
        }
        double percent = 100 * error / box.width();
        sum += percent;
        worst = Math.max(worst, percent);
        n++;
      }
    }
    assertThat(n).isEqualTo(12);
    assertThat(sum / n).as("mean").isLessThan(meanLimit);
    assertThat(worst).as("worst").isLessThan(worstLimit);
  }
}
