package io.github.facesj.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WarpTest {

  private static FaceImage noise(int w, int h) {
    Random random = new Random(3);
    return FaceImage.of(w, h, random.ints((long) w * h, 0, 1 << 24).toArray());
  }

  @Test
  void identityCopiesAndBlackIsOutside() {
    FaceImage image = noise(9, 7);
    Pyramid photo = Pyramid.of(image);
    assertThat(Warp.cut(photo, Similarity.IDENTITY, 9, 7, Sampling.ANTIALIASED)).isEqualTo(image);
    FaceImage moved = Warp.cut(photo, Similarity.scaleThenMove(1, 3, 0), 9, 7, Sampling.BILINEAR);
    assertThat(moved.pixels()[0]).isZero();
    assertThat(moved.pixels()[3]).isEqualTo(image.pixels()[0]);
  }

  @Property(tries = 200)
  void isExactBilinear(
      @ForAll @DoubleRange(min = -1.5, max = 9) double x,
      @ForAll @DoubleRange(min = -1.5, max = 7) double y) {
    FaceImage image = noise(9, 7);
    int pixel =
        Warp.cut(Pyramid.of(image), Similarity.scaleThenMove(1, -x, -y), 1, 1, Sampling.BILINEAR)
            .pixels()[0];
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat((double) (pixel >> shift & 255))
          .isBetween(bilinear(image, x, y, shift) - 1.6, bilinear(image, x, y, shift) + 1.6);
    }
  }

  private static double bilinear(FaceImage image, double x, double y, int shift) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double fx = x - x0;
    double fy = y - y0;
    return (1 - fy) * ((1 - fx) * at(image, x0, y0, shift) + fx * at(image, x0 + 1, y0, shift))
        + fy * ((1 - fx) * at(image, x0, y0 + 1, shift) + fx * at(image, x0 + 1, y0 + 1, shift));
  }

  private static int at(FaceImage image, int x, int y, int shift) {
    boolean inside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
    return inside ? image.pixels()[y * image.width() + x] >> shift & 255 : 0;
  }

  /** Stripes finer than the crop's pixels must become even grey, not coarse stripes. */
  @Test
  void strongReductionDoesNotAlias() {
    int w = 1024;
    int[] stripes = IntStream.range(0, w * w).map(i -> i % w % 3 == 0 ? 0xffffff : 0).toArray();
    Pyramid photo = Pyramid.of(FaceImage.of(w, w, stripes));
    Similarity tenth = Similarity.scaleThenMove(0.1, 0, 0);
    FaceImage smooth = Warp.cut(photo, tenth, 100, 100, Sampling.ANTIALIASED);
    FaceImage coarse = Warp.cut(photo, tenth, 100, 100, Sampling.BILINEAR);
    assertThat(spread(smooth)).isLessThan(40);
    assertThat(spread(coarse)).isGreaterThan(200);
  }

  private static int spread(FaceImage image) {
    int[] green =
        IntStream.range(0, image.pixels().length)
            .filter(i -> i % 100 > 0 && i >= 100)
            .map(i -> image.pixels()[i] >> 8 & 255)
            .toArray();
    return IntStream.of(green).max().orElseThrow() - IntStream.of(green).min().orElseThrow();
  }

  /** What lies where does not depend on the level it is read from. */
  @Test
  void levelsAreNotShifted() {
    int w = 512;
    int[] ramp = IntStream.range(0, w * w).map(i -> i % w / 2 * 0x010101).toArray();
    Pyramid photo = Pyramid.of(FaceImage.of(w, w, ramp));
    Similarity eighth = new Similarity(0.12, 0, 0, 0);
    FaceImage smooth = Warp.cut(photo, eighth, 60, 60, Sampling.ANTIALIASED);
    FaceImage plain = Warp.cut(photo, eighth, 60, 60, Sampling.BILINEAR);
    for (int x = 2; x < 58; x++) {
      int at = 30 * 60 + x;
      assertThat(Math.abs((smooth.pixels()[at] & 255) - (plain.pixels()[at] & 255)))
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  void mirrorTwiceIsTheSame() {
    FaceImage image = noise(6, 5);
    assertThat(Warp.mirror(Warp.mirror(image))).isEqualTo(image);
    assertThat(Warp.mirror(image).pixels()[5]).isEqualTo(image.pixels()[0]);
  }
}
