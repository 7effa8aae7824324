package io.github.facesj.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import org.junit.jupiter.api.Test;

class SelectionAreaTest {

  private final ImagePlus image = IJ.createImage("photo", "8-bit", 100, 80, 1);

  private static Face at(double x, double y) {
    return Face.of(new Box(x - 5, y - 5, 10, 10), 1);
  }

  @Test
  void isTheBoundingBoxClippedToTheImage() {
    assertThat(SelectionArea.of(image)).isEmpty();
    image.setRoi(new Roi(-10, 10, 50, 200));
    SelectionArea area = SelectionArea.of(image).orElseThrow();
    assertThat(area.bounds()).isEqualTo(new Box(0, 10, 40, 70));
    assertThat(area.holds(at(39.9, 10))).isTrue();
    assertThat(area.holds(at(40.1, 10))).isFalse();
  }

  @Test
  void countsFacesWhoseCentreLiesInside() {
    image.setRoi(new OvalRoi(0, 0, 80, 80));
    SelectionArea area = SelectionArea.of(image).orElseThrow();
    assertThat(area.bounds()).isEqualTo(new Box(0, 0, 80, 80));
    assertThat(area.holds(at(40, 40))).isTrue();
    assertThat(area.holds(at(3, 3))).isFalse();
  }

  @Test
  void ignoresLinesAndRefusesWhatLiesOutside() {
    image.setRoi(new Line(1, 1, 50, 50));
    assertThat(SelectionArea.of(image)).isEmpty();
    image.setRoi(new Roi(200, 200, 10, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SelectionArea.of(image))
        .withMessageContaining("outside the image");
  }
}
