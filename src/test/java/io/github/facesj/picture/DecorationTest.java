package io.github.facesj.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Similarity;
import io.github.facesj.run.FacesException;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecorationTest {

  /** Eyes 20 pixels apart, seen from the front. */
  private static final Landmarks FACE =
      Landmarks.of(LandmarkScheme.FIVE, 40, 50, 60, 50, 50, 60, 42, 70, 58, 70);

  @TempDir Path dir;

  @Property
  void movesTurnsAndGrowsWithTheFace(
      @ForAll Anchor anchor,
      @ForAll @DoubleRange(min = 0.1, max = 9) double scale,
      @ForAll @DoubleRange(min = -3, max = 3) double angle,
      @ForAll @DoubleRange(min = -500, max = 500) double dx,
      @ForAll @DoubleRange(min = -500, max = 500) double dy) {
    Similarity move = new Similarity(scale * Math.cos(angle), scale * Math.sin(angle), dx, dy);
    Placement placement = new Placement(anchor, 2, 0.3, -0.2, 10);
    Similarity before = placement.on(FACE, 80, 30).then(move);
    Similarity after = placement.on(move.apply(FACE), 80, 30);
    for (double[] p : new double[][] {{0, 0}, {80, 0}, {33, 30}}) {
      assertThat(after.x(p[0], p[1])).isCloseTo(before.x(p[0], p[1]), within(1e-6));
      assertThat(after.y(p[0], p[1])).isCloseTo(before.y(p[0], p[1]), within(1e-6));
    }
  }

  @Test
  void isTwiceTheEyeDistanceWideBetweenTheEyesAsInTheFourthSourceSystem() {
    Similarity map = new Placement(Anchor.EYES, 2, 0, 0, 0).on(FACE, 100, 40);
    assertThat(map.x(0, 20)).isCloseTo(30, within(1e-9));
    assertThat(map.x(100, 20)).isCloseTo(70, within(1e-9));
    assertThat(map.y(50, 20)).isCloseTo(50, within(1e-9));
  }

  @Test
  void aHatStandsOnTheForeheadAndABeardHangsBelowTheMouth() {
    Similarity hat = new Placement(Anchor.FOREHEAD, 2, 0, 0, 0).on(FACE, 100, 40);
    assertThat(hat.y(50, 40)).isCloseTo(50 - 0.85 * 20, within(1e-9));
    Similarity beard = new Placement(Anchor.CHIN, 2, 0, 0, 0).on(FACE, 100, 40);
    assertThat(beard.y(50, 0)).isGreaterThan(70);
    Similarity moustache = new Placement(Anchor.LIP, 1, 0, 0, 0).on(FACE, 100, 40);
    assertThat(moustache.y(50, 20)).isBetween(60.0, 70.0);
  }

  @Test
  void blendsByAlphaAndOpacityAndLeavesTheRest() {
    int[] argb = new int[100 * 40];
    Arrays.fill(argb, 0x80ff0000);
    Sticker red = Sticker.of(100, 40, argb);
    int[] grey = new int[100 * 100];
    Arrays.fill(grey, 0x404040);
    FaceImage photo = FaceImage.of(100, 100, grey);
    Face face = Face.of(new Box(35, 40, 30, 40), 1, FACE);
    Placement eyes = new Placement(Anchor.EYES, 2, 0, 0, 0);
    FaceImage half = new Decoration(red, eyes, 1).on(photo, List.of(face));
    assertThat(half.pixels()[50 * 100 + 50]).isEqualTo(0xa02020);
    assertThat(half.pixels()[80 * 100 + 50]).isEqualTo(0x404040);
    assertThat(half.pixels()[50 * 100 + 20]).isEqualTo(0x404040);
    FaceImage none = new Decoration(red, eyes, 0).on(photo, List.of(face));
    assertThat(none).isEqualTo(photo);
    FaceImage pointless = new Decoration(red, eyes, 1).on(photo, List.of(Face.of(face.box(), 1)));
    assertThat(pointless).isEqualTo(photo);
  }

  @Test
  void aSmallPictureOfALargeOneIsItsMean() {
    int[] board = new int[512 * 512];
    for (int i = 0; i < board.length; i++) {
      board[i] = (i / 512 + i) % 2 == 0 ? 0xffffffff : 0xff000000;
    }
    FaceImage photo = FaceImage.of(100, 100, new int[10000]);
    FaceImage done =
        new Decoration(Sticker.of(512, 512, board), new Placement(Anchor.EYES, 2, 0, 0, 7), 1)
            .on(photo, List.of(Face.of(new Box(35, 40, 30, 40), 1, FACE)));
    for (int y = 45; y < 55; y++) {
      assertThat(done.pixels()[y * 100 + 50] & 255).isBetween(120, 135);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"glasses", "hat", "moustache"})
  void theDrawingsThatShipAreThoseOfTheProgram(String name) throws Exception {
    BufferedImage drawn =
        switch (name) {
          case "glasses" -> DrawOverlays.glasses();
          case "hat" -> DrawOverlays.hat();
          default -> DrawOverlays.moustache();
        };
    BufferedImage shipped = ImageIO.read(new File("overlays/" + name + ".png"));
    assertThat(shipped.getWidth()).isEqualTo(drawn.getWidth());
    double difference = 0;
    for (int y = 0; y < drawn.getHeight(); y++) {
      for (int x = 0; x < drawn.getWidth(); x++) {
        difference += Math.abs((shipped.getRGB(x, y) >>> 24) - (drawn.getRGB(x, y) >>> 24));
      }
    }
    // Another Java's lines may differ by a shade along their edges.
    assertThat(difference / drawn.getWidth() / drawn.getHeight()).isLessThan(1);
    assertThat(shipped.getRGB(0, 0) >>> 24).as("a corner is transparent").isZero();
  }

  @Test
  void saysWhatIsWrongWithAPicture() throws Exception {
    Path text = Files.writeString(dir.resolve("a.png"), "no picture");
    assertThatThrownBy(() -> Sticker.read(text))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("a.png cannot be read");
    byte[] hat = Files.readAllBytes(Path.of("overlays/hat.png"));
    Path cut = Files.write(dir.resolve("cut.png"), Arrays.copyOf(hat, 200));
    assertThatThrownBy(() -> Sticker.read(cut)).isInstanceOf(FacesException.class);
    assertThatThrownBy(() -> Sticker.read(dir.resolve("none.png")))
        .hasMessageContaining("There is no picture");
    assertThatThrownBy(() -> new Placement(Anchor.EYES, 0, 0, 0, 0))
        .hasMessageContaining("above 0 and at most 100 eye distances, but was 0.0");
    assertThatThrownBy(() -> new Placement(Anchor.EYES, 1, Double.NaN, 0, 0))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> new Frame(5, 100)).hasMessageContaining("between 16 and");
  }
}
