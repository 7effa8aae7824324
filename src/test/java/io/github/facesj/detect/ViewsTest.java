package io.github.facesj.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No face falls between two looks, and no look needs more than a tile, whatever the picture. */
class ViewsTest {

  private static final int OVERVIEW = 160;

  /** Width of the largest face that a network of this overview surely finds. */
  private static final double LARGEST = 1.45 * OVERVIEW;

  private record Stub(boolean fits, int overview) implements FaceDetector {
    @Override
    public List<Face> candidates(FaceImage image, double floor) {
      throw new AssertionError("nobody looks here");
    }

    @Override
    public String id() {
      return "stub";
    }

    @Override
    public double threshold() {
      return 0.5;
    }

    @Override
    public double overlap() {
      return 0.5;
    }
  }

  private static final FaceDetector NETWORK = new Stub(false, OVERVIEW);

  private static List<View> views(int width, int height, SearchOptions options) {
    return Views.of(width, height, options, NETWORK);
  }

  private static SearchOptions tiles(int side) {
    return SearchOptions.builder().tiles(side).build();
  }

  /** From thumbnails and strips to 600 million pixels. */
  private static int side(Random random) {
    return (int) (40 * Math.pow(30_000 / 40.0, random.nextDouble()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 128, 640, 1280, 4000})
  void aFaceOfAnySizeAnywhereIsSeenWholeAtASizeThatTheNetworkKnows(int side) {
    Random random = new Random(18);
    int most = side == 0 ? 30_000 : 8 * side;
    for (int i = 0; i < 200; i++) {
      int width = Math.min(side(random), most);
      int height = Math.min(side(random), most);
      List<View> views = views(width, height, tiles(side));
      for (int k = 0; k < 40; k++) {
        double widest = 0.95 * Math.min(width, height);
        double size = 16 * Math.pow(Math.max(1, widest / 16), random.nextDouble());
        double x = random.nextDouble() * (width - size);
        double y = random.nextDouble() * (height - size);
        Face face = Face.of(new Box(x, y, size, size), 1);
        assertThat(views.stream().anyMatch(v -> sees(v, face, width, height)))
            .as("a face of %.0f pixels at %.0f, %.0f of %d x %d", size, x, y, width, height)
            .isTrue();
      }
    }
  }

  private static boolean sees(View view, Face face, int width, int height) {
    Box b = face.box();
    double seen = b.width() * view.scale();
    return seen >= Math.min(b.width(), 24)
        && seen <= LARGEST
        && b.x() >= view.x()
        && b.y() >= view.y()
        && b.right() <= view.x() + view.width()
        && b.bottom() <= view.y() + view.height()
        && view.knows(face, width, height);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noLookIsLargerThanATile(boolean border) {
    Random random = new Random(5);
    SearchOptions options =
        SearchOptions.builder().border(border).scales(List.of(0.3, 1.0, 3.0)).build();
    for (int i = 0; i < 100; i++) {
      int width = side(random);
      int height = side(random);
      double most =
          views(width, height, options).stream().mapToDouble(ViewsTest::pixels).max().orElseThrow();
      assertThat(most)
          .as("%d x %d", width, height)
          .isLessThan(1.01 * PyramidLevels.TILE * PyramidLevels.TILE);
    }
  }

  private static double pixels(View view) {
    double sides = view.scale() * (1 + 2 * view.border());
    return view.width() * sides * view.height() * sides;
  }

  /** What is looked at besides costs little: the looks have hardly more pixels than the picture. */
  @Test
  void theLooksHaveHardlyMorePixelsThanThePicture() {
    for (int longSide = 100; longSide < 30_000; longSide = longSide * 9 / 8) {
      int height = longSide * 3 / 4;
      double pixels =
          views(longSide, height, SearchOptions.defaults()).stream()
              .mapToDouble(ViewsTest::pixels)
              .sum();
      double ratio = pixels / ((double) longSide * height);
      assertThat(ratio).as("long side %d", longSide).isLessThan(longSide < 1024 ? 1.26 : 1.55);
    }
  }

  @Test
  void aSmallPictureNeedsOneLook() {
    assertThat(views(320, 220, SearchOptions.defaults())).hasSize(1);
  }

  @Test
  void oneLookAtTheWholeCanBeAskedFor() {
    SearchOptions whole = SearchOptions.builder().tiles(SearchOptions.WHOLE).build();
    assertThat(views(6000, 4000, whole)).extracting(View::scale).containsExactly(1.0);
    assertThatThrownBy(() -> SearchOptions.builder().tiles(-2).build())
        .hasMessage(
            "The tiles must be 0 (as the picture needs), -1 (none) or at least 128 pixels, but were"
                + " -2.");
  }

  @Test
  void aNetworkOfFixedSizeLooksOnceMoreWithABorder() {
    List<View> views = Views.of(4000, 3000, SearchOptions.defaults(), new Stub(true, 320));
    assertThat(views).hasSize(2);
    assertThat(views.get(1).scale()).isEqualTo(320 / 4000.0);
    assertThat(views.get(1).border()).isEqualTo(0.5);
  }
}
