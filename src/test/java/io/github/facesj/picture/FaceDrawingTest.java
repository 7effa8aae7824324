package io.github.facesj.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.PhotoReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceDrawingTest {

  @TempDir Path dir;

  /** The true faces of a sample, as if a detector had found them. */
  static List<Face> truth(String photo) throws Exception {
    List<Face> faces = new ArrayList<>();
    List<String> points = Files.readAllLines(Path.of("sample-images/landmarks5.csv"));
    List<String> boxes = Files.readAllLines(Path.of("sample-images/faces.csv"));
    for (String row : boxes.subList(1, boxes.size())) {
      String[] c = row.split(",");
      if (c[0].equals(photo)) {
        Box box =
            new Box(
                Double.parseDouble(c[3]),
                Double.parseDouble(c[4]),
                Double.parseDouble(c[5]),
                Double.parseDouble(c[6]));
        double[] xy =
            points.stream()
                .filter(p -> p.startsWith(c[0] + "," + c[1] + ","))
                .flatMap(p -> Arrays.stream(p.split(",")).skip(2))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double score = 1 - 0.02 * faces.size();
        faces.add(
            xy.length == 10
                ? Face.of(box, score, Landmarks.of(LandmarkScheme.FIVE, xy))
                : Face.of(box, score));
      }
    }
    return faces;
  }

  @Test
  void drawsBoxesPointsAndLabels() throws Exception {
    FaceImage photo = PhotoReader.read(Path.of("sample-images/groups/group_1.jpg"));
    List<Face> faces = truth("groups/group_1.jpg");
    assertThat(faces).hasSizeGreaterThan(2);
    int[] before = photo.pixels().clone();
    Path png = dir.resolve("annotated/group_1.png");
    PictureFile.write(png, FaceDrawing.on(photo, faces, FaceDrawing.SCORE));
    assertThat(photo.pixels()).isEqualTo(before);
    FaceImage drawn = PhotoReader.read(png);
    assertThat(drawn.width()).isEqualTo(photo.width());
    assertThat(drawn).isNotEqualTo(photo);
    for (Face face : faces) {
      int x = (int) face.box().x();
      int y = (int) face.box().centerY();
      assertThat(drawn.pixels()[y * drawn.width() + x] & 0xffffff)
          .isEqualTo(FaceDrawing.BOX.getRGB() & 0xffffff);
      Landmarks five = face.points().orElseThrow();
      int nose = ((int) five.y(2)) * drawn.width() + (int) five.x(2);
      assertThat(drawn.pixels()[nose] & 0xffffff).isEqualTo(FaceDrawing.POINTS.getRGB() & 0xffffff);
    }
  }

  @Test
  void copesWithFacesAtTheBorder() {
    FaceImage photo = FaceImage.of(60, 40, new int[60 * 40]);
    List<Face> faces =
        List.of(
            Face.of(new Box(-20, -10, 40, 40), 0.5),
            Face.of(new Box(50, 30, 40, 40), 1),
            Face.of(new Box(0, 0, 60, 40), 0.999));
    FaceImage drawn = FaceDrawing.on(photo, faces, FaceDrawing.SCORE);
    assertThat(drawn.width()).isEqualTo(60);
    assertThat(drawn.height()).isEqualTo(40);
  }
}
