package io.github.facesj.fiji.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.FileSaver;
import io.github.facesj.Needs;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.fiji.image.PlanePosition;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceOverlaysTest {

  private static final Face FIRST =
      Face.of(
          new Box(10.25, 20.5, 30, 40),
          0.981,
          Landmarks.of(LandmarkScheme.FIVE, 15, 30, 30, 30, 22.5, 40, 16, 50, 29, 50));
  private static final Face SECOND = Face.of(new Box(60, 60, 20, 20), 0.5);
  private static final List<Face> FACES = List.of(FIRST, SECOND);

  private static List<String> names(Overlay overlay) {
    return Arrays.stream(overlay.toArray()).map(Roi::getName).toList();
  }

  private static ImagePlus hyperstack() {
    ImagePlus image = IJ.createHyperStack("stack", 100, 100, 2, 3, 4, 8);
    return new CompositeImage(image, IJ.COMPOSITE);
  }

  @Test
  void drawsBoxesPointsAndLabels() {
    Needs.fonts();
    ImagePlus image = IJ.createImage("photo", "RGB", 100, 100, 1);
    FaceOverlays.show(image, PlanePosition.current(image), FACES, FaceRois.SCORE);
    Overlay overlay = image.getOverlay();
    assertThat(names(overlay))
        .containsExactly(
            "face-1 0.98", "face-1 points", "face-2 0.50", "face-1 label", "face-2 label");
    Roi box = overlay.get(0);
    assertThat(box.getType()).isEqualTo(Roi.RECTANGLE);
    assertThat(box.getFloatBounds().getX()).isEqualTo(10.25);
    assertThat(box.getFloatBounds().getHeight()).isEqualTo(40);
    PointRoi points = (PointRoi) overlay.get(1);
    assertThat(points.size()).isEqualTo(5);
    assertThat(points.getFloatPolygon().xpoints).containsExactly(14.5f, 29.5f, 22f, 15.5f, 28.5f);
    for (Roi roi : overlay) {
      assertThat(roi.getPosition()).isZero();
    }
  }

  @Test
  @SuppressWarnings("ReferenceEquality")
  void namesPeopleWhereTheyAreKnown() {
    ImagePlus image = IJ.createImage("photo", "RGB", 100, 100, 1);
    Overlay overlay =
        FaceOverlays.of(image, PlanePosition.current(image), FACES, f -> f == FIRST ? "Ada" : "?");
    assertThat(names(overlay)).contains("face-1 Ada", "face-2 ?");
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void replacesItsOwnAndLeavesTheUsers() {
    Needs.fonts();
    ImagePlus image = IJ.createImage("stack", "8-bit", 100, 100, 3);
    Roi mine = new Roi(1, 2, 3, 4);
    mine.setName("face-1 0.98");
    Overlay before = new Overlay(mine);
    image.setOverlay(before);
    FaceOverlays.show(image, new PlanePosition(1, 1, 1), FACES, FaceRois.SCORE);
    FaceOverlays.show(image, new PlanePosition(1, 2, 1), FACES, FaceRois.SCORE);
    assertThat(image.getOverlay().size()).isEqualTo(1 + 5 + 5);
    FaceOverlays.show(image, new PlanePosition(1, 1, 1), List.of(SECOND), FaceRois.SCORE);
    assertThat(names(image.getOverlay()))
        .containsExactly(
            "face-1 0.98",
            "face-1 0.98",
            "face-1 points",
            "face-2 0.50",
            "face-1 label",
            "face-2 label",
            "face-1 0.50",
            "face-1 label");
    assertThat(image.getOverlay().get(0).getBounds()).isEqualTo(mine.getBounds());
    assertThat(before.size()).isEqualTo(1);
    assertThat(image.getOverlay().get(1).getPosition()).isEqualTo(2);
  }

  @Test
  void bindsToThePositionInAHyperstack() {
    ImagePlus image = hyperstack();
    FaceOverlays.show(image, new PlanePosition(1, 2, 3), FACES, FaceRois.SCORE);
    for (Roi roi : image.getOverlay()) {
      assertThat(roi.getCPosition()).as("all channels are shown together").isZero();
      assertThat(roi.getZPosition()).isEqualTo(2);
      assertThat(roi.getTPosition()).isEqualTo(3);
    }
    assertThat(PlanePosition.all(image)).hasSize(12).startsWith(new PlanePosition(1, 1, 1));
  }

  @Test
  void knowsItsOwnAgainAfterSaving(@TempDir Path dir) {
    Needs.fonts();
    ImagePlus image = IJ.createImage("photo", "8-bit", 100, 100, 1);
    FaceOverlays.show(image, PlanePosition.current(image), FACES, FaceRois.SCORE);
    String file = dir.resolve("photo.tif").toString();
    assertThat(new FileSaver(image).saveAsTiff(file)).isTrue();
    ImagePlus again = IJ.openImage(file);
    assertThat(again.getOverlay().size()).isEqualTo(5);
    assertThat(FaceOverlays.without(again, PlanePosition.current(again)).size()).isZero();
  }

  @Test
  void keepsLabelsInsideTheImage() {
    ImagePlus image = IJ.createImage("photo", "RGB", 200, 200, 1);
    List<Face> faces =
        List.of(
            Face.of(new Box(-30, -30, 60, 60), 1),
            Face.of(new Box(180, 180, 60, 60), 1),
            Face.of(new Box(0, 0, 200, 200), 1));
    for (Roi roi : FaceOverlays.of(image, PlanePosition.current(image), faces, FaceRois.SCORE)) {
      if (roi.getName().endsWith("label")) {
        assertThat(roi.getBounds().x).isNotNegative();
        assertThat(roi.getBounds().y).isNotNegative();
        assertThat(roi.getBounds().getMaxX()).isLessThanOrEqualTo(201);
        assertThat(roi.getBounds().getMaxY()).isLessThanOrEqualTo(201);
      }
    }
  }

  @Test
  void hasNoRoiManagerWithoutAScreen() {
    assertThatThrownBy(() -> FaceRois.addToManager(List.of(new Roi(0, 0, 1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no ROI Manager");
  }
}
