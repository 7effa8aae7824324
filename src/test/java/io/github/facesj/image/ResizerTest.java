package io.github.facesj.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResizerTest {

  private static int[] grey(int... values) {
    return Arrays.stream(values).map(v -> v * 0x10101).toArray();
  }

  private static int[] resize(int[] rgb, int w, int h, int tw, int th, Resampling how) {
    return Arrays.copyOf(new Resizer().resize(rgb, w, h, tw, th, how), tw * th);
  }

  @Property
  void anEvenPictureStaysEven(
      @ForAll @IntRange(min = 1, max = 40) int w,
      @ForAll @IntRange(min = 1, max = 40) int h,
      @ForAll @IntRange(min = 1, max = 40) int tw,
      @ForAll @IntRange(min = 1, max = 40) int th,
      @ForAll Resampling how,
      @ForAll @IntRange(min = 0, max = 0xffffff) int color) {
    int[] rgb = new int[w * h];
    Arrays.fill(rgb, color);
    assertThat(resize(rgb, w, h, tw, th, how)).containsOnly(color);
  }

  @Test
  void sameSizeIsTheSamePicture() {
    int[] rgb = grey(1, 2, 3, 4);
    assertThat(new Resizer().resize(rgb, 2, 2, 2, 2, Resampling.AREA)).isSameAs(rgb);
  }

  /** 5 to 2: each target pixel covers 2.5; (10 + 20 + 30/2) / 2.5 = 18, (30/2 + 40 + 60) / 2.5. */
  @Test
  void areaWeighsPartsOfPixels() {
    assertThat(resize(grey(10, 20, 30, 40, 60), 5, 1, 2, 1, Resampling.AREA))
        .isEqualTo(grey(18, 46));
  }

  /** 2 to 4: centres of target pixels at -.25, .25, .75, 1.25 of the source's. */
  @Test
  void bilinearHasPixelCentresAtOneHalf() {
    assertThat(resize(grey(0, 100), 2, 1, 4, 1, Resampling.BILINEAR))
        .isEqualTo(grey(0, 25, 75, 100));
  }

  /** 2 to 3 by area: the middle pixel lies half in each; the outer ones wholly in one. */
  @Test
  void areaEnlargesByBlendingOnlyAcrossAnEdge() {
    assertThat(resize(grey(0, 100), 2, 1, 3, 1, Resampling.AREA)).isEqualTo(grey(0, 50, 100));
  }

  /** 1 + 2 + 2 + 2 = 7, / 4 = 1.75; 0 + 0 + 1 + 1 = .5, which this branch of OpenCV rounds up. */
  @Test
  void halvingRoundsHalvesUpInBothManners() {
    int[] rgb = grey(1, 2, 0, 0, 2, 2, 1, 1);
    assertThat(resize(rgb, 4, 2, 2, 1, Resampling.AREA)).isEqualTo(grey(2, 1));
    assertThat(resize(rgb, 4, 2, 2, 1, Resampling.BILINEAR)).isEqualTo(grey(2, 1));
  }

  @Test
  void coloursKeepApart() {
    assertThat(resize(new int[] {0xff0000, 0x0000ff}, 2, 1, 1, 1, Resampling.AREA)[0])
        .isEqualTo(0x800080);
  }

  @Test
  void floatsAreNotRounded() {
    float[] into = new float[3];
    new Resizer().resize(grey(0, 1, 1), 3, 1, 1, 1, into);
    assertThat(into[1]).isCloseTo(2 / 3f, within(1e-6f));
  }

  @Test
  void anEmptySizeIsRefused() {
    assertThatThrownBy(() -> resize(grey(1), 1, 1, 0, 1, Resampling.AREA))
        .hasMessage("A picture of 1 x 1 pixels cannot be brought to 0 x 1.");
  }
}
