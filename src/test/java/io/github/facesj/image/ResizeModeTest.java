package io.github.facesj.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResizeModeTest {

  @Property
  void thereAndBackIsTheSamePlace(
      @ForAll ResizeMode fit,
      @ForAll @IntRange(min = 1, max = 5000) int w,
      @ForAll @IntRange(min = 1, max = 5000) int h,
      @ForAll @DoubleRange(min = -100, max = 5000) double x,
      @ForAll @DoubleRange(min = -100, max = 5000) double y) {
    Letterbox place = place(fit, w, h);
    assertThat(place.toPictureX(x / place.scaleX() + place.left())).isCloseTo(x, within(1e-6));
    assertThat(place.toPictureY(y / place.scaleY() + place.top())).isCloseTo(y, within(1e-6));
  }

  @Property
  void cornersOfThePictureLieInTheCanvas(
      @ForAll ResizeMode fit,
      @ForAll @IntRange(min = 1, max = 5000) int w,
      @ForAll @IntRange(min = 1, max = 5000) int h) {
    Letterbox place = place(fit, w, h);
    assertThat(place.left()).isNotNegative();
    assertThat(place.top()).isNotNegative();
    assertThat(place.left() + place.width()).isBetween(1, place.canvasWidth());
    assertThat(place.top() + place.height()).isBetween(1, place.canvasHeight());
    assertThat(place.toPictureX(place.left())).isZero();
    assertThat(place.toPictureY(place.top())).isZero();
    assertThat(place.toPictureX(place.left() + place.width())).isCloseTo(w, within(1e-9));
    assertThat(place.toPictureY(place.top() + place.height())).isCloseTo(h, within(1e-9));
  }

  private static Letterbox place(ResizeMode fit, int w, int h) {
    return fit == ResizeMode.PAD ? fit.place(w, h, 0, 0, 32) : fit.place(w, h, 640, 640, 1);
  }

  @Test
  void padGrowsToTheNextMultiple() {
    assertThat(ResizeMode.PAD.place(33, 64, 0, 0, 32))
        .isEqualTo(new Letterbox(64, 64, 0, 0, 33, 64, 1, 1));
  }

  /** By hand: 640 * 576 / 1280 = 288, plus one; (640 - 289) / 2 = 175. */
  @Test
  void centredRoundsAsScrfdDoes() {
    Letterbox wide = ResizeMode.LETTERBOX_CENTRED.place(1280, 576, 640, 640, 1);
    assertThat(wide.height()).isEqualTo(289);
    assertThat(wide.top()).isEqualTo(175);
    assertThat(wide.scaleY()).isEqualTo(576 / 289.0);
    Letterbox tall = ResizeMode.LETTERBOX_CENTRED.place(853, 1280, 640, 640, 1);
    assertThat(tall.width()).isEqualTo(426);
    assertThat(tall.left()).isEqualTo(107);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> ResizeMode.PAD.place(700, 10, 640, 640, 1))
        .hasMessage("A picture of 700 x 10 pixels does not fit unscaled into 640 x 640.");
    assertThatThrownBy(() -> ResizeMode.STRETCH.place(10, 10, 0, 0, 1))
        .hasMessage("Fitting a picture needs a canvas of fixed size, but the size is 0 x 0.");
  }
}
