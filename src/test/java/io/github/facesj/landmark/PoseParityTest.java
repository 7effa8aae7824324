package io.github.facesj.landmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Reference;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** FSA-Net's angles are those of Python, in our signs. */
@Tag("real")
class PoseParityTest {

  @Test
  void anglesOfPhotosAndCrops() throws Exception {
    Path csv = Reference.path("reference-outputs/headpose.csv");
    try (OpenModel model = Reference.open("fsanet")) {
      PoseNetwork network = PoseNetwork.of(model);
      for (Map<String, String> row : Reference.rows(csv)) {
        HeadPose crop = network.ofCrop(PhotoReader.read(csv.resolveSibling(row.get("crop"))));
        assertThat(difference(crop, row)).as(row.get("photo")).isLessThan(0.01);
        HeadPose photo =
            network.of(
                PhotoReader.read(csv.resolveSibling("photos").resolve(row.get("photo"))),
                Reference.box(row, "box_"));
        assertThat(difference(photo, row)).as(row.get("photo")).isLessThan(0.5);
      }
    }
  }

  private static double difference(HeadPose pose, Map<String, String> row) {
    return Math.max(
        Math.abs(-pose.yaw() - Reference.number(row, "yaw")),
        Math.max(
            Math.abs(pose.pitch() - Reference.number(row, "pitch")),
            Math.abs(pose.roll() - Reference.number(row, "roll"))));
  }
}
