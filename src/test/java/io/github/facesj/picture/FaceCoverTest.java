package io.github.facesj.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.face.Box;
import io.github.facesj.image.FaceImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FaceCoverTest {

  @Provide
  Arbitrary<Box> boxes() {
    return Combinators.combine(
            Arbitraries.doubles().between(-40, 120),
            Arbitraries.doubles().between(-40, 90),
            Arbitraries.doubles().between(0, 60),
            Arbitraries.doubles().between(0, 60))
        .as(Box::new);
  }

  private static FaceImage noise(long seed) {
    Random random = new Random(seed);
    return FaceImage.of(100, 70, random.ints(7000, 0, 1 << 24).toArray());
  }

  @Property(tries = 100)
  void coversTheBoxAndLeavesWhatIsFarAway(
      @ForAll Cover how, @ForAll("boxes") Box box, @ForAll long seed) {
    FaceImage photo = noise(seed);
    FaceImage copy = new FaceCover(how, 0).cover(photo, List.of(box));
    assertThat(copy.width()).isEqualTo(photo.width());
    for (int y = 0; y < 70; y++) {
      for (int x = 0; x < 100; x++) {
        boolean inside =
            x >= box.x() && x + 1 <= box.right() && y >= box.y() && y + 1 <= box.bottom();
        int pixel = copy.pixels()[y * 100 + x];
        if (how == Cover.BOX && inside) {
          assertThat(pixel).isZero();
        }
        double far = 2.2 * Math.max(1, Math.max(box.width(), box.height()));
        if (Math.hypot(x + 0.5 - box.centerX(), y + 0.5 - box.centerY()) > far) {
          assertThat(pixel).isEqualTo(photo.pixels()[y * 100 + x]);
        }
      }
    }
  }

  @Property(tries = 50)
  void theOriginalStaysAsItIsAndTheResultIsAlwaysTheSame(
      @ForAll Cover how, @ForAll("boxes") Box a, @ForAll("boxes") Box b, @ForAll long seed) {
    FaceImage photo = noise(seed);
    FaceCover cover = new FaceCover(how, 0.6);
    FaceImage copy = cover.cover(photo, List.of(a, b));
    assertThat(photo).isEqualTo(noise(seed));
    assertThat(cover.cover(photo, List.of(b, a))).isEqualTo(copy);
  }

  @Property(tries = 50)
  void aPlainFaceStaysPlain(@ForAll Cover how, @ForAll("boxes") Box box) {
    int[] grey = new int[7000];
    Arrays.fill(grey, 0x405060);
    FaceImage copy = new FaceCover(how, 0.3).cover(FaceImage.of(100, 70, grey), List.of(box));
    // An ellipse that fills the picture has no surroundings, and is grey.
    List<Integer> colours =
        switch (how) {
          case BOX -> List.of(0, 0x405060);
          case ELLIPSE -> List.of(0x808080, 0x405060);
          default -> List.of(0x405060);
        };
    for (int pixel : copy.pixels()) {
      assertThat(pixel).isIn(colours);
    }
  }

  @Test
  void aWeakerCoverOfASmallFaceDoesNotBringTheLargeOneBehindItToLight() {
    // Stripes of 4 pixels inside the large face: a small cover alone would leave them to be seen.
    int[] rgb = new int[400 * 400];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = i % 400 / 4 % 2 == 0 ? 0xffffff : 0;
    }
    Box large = new Box(100, 100, 200, 200);
    Box small = new Box(190, 190, 10, 10);
    for (Cover how : List.of(Cover.BLUR, Cover.PIXELATE)) {
      FaceImage copy =
          new FaceCover(how, 0.6).cover(FaceImage.of(400, 400, rgb), List.of(small, large));
      List<Integer> levels = new ArrayList<>();
      for (int x = 150; x < 250; x++) {
        levels.add(copy.pixels()[195 * 400 + x] & 255);
      }
      assertThat(levels).allSatisfy(v -> assertThat(v).isBetween(115, 140));
    }
  }

  @Test
  void refusesAMarginThatIsNone() {
    assertThatThrownBy(() -> new FaceCover(Cover.BLUR, -1))
        .hasMessage("The margin of a cover must be between 0 and 10, but was -1.0.");
    assertThatThrownBy(() -> new FaceCover(Cover.BLUR, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
