package io.github.facesj.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.image.Resizer;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search with a detector that finds every picture's bright rectangle. */
class FaceSearchTest {

  private static final FaceImage PICTURE = picture(400, 300, 100, 60, 40, 50);

  /** A black picture with a white rectangle. */
  private static FaceImage picture(int width, int height, int x, int y, int w, int h) {
    int[] rgb = new int[width * height];
    for (int row = y; row < y + h; row++) {
      Arrays.fill(rgb, row * width + x, row * width + x + w, 0xffffff);
    }
    return FaceImage.of(width, height, rgb);
  }

  /** Finds the bounds of all bright pixels, with points of an upright face in it. */
  private static final class BrightBox implements FaceDetector {

    private final boolean fits;
    private final List<String> sizes = new ArrayList<>();

    BrightBox(boolean fits) {
      this.fits = fits;
    }

    @Override
    public List<Face> candidates(FaceImage image, double floor) {
      sizes.add(image.width() + "x" + image.height());
      int[] bounds = {image.width(), image.height(), -1, -1};
      for (int i = 0; i < image.pixels().length; i++) {
        if ((image.pixels()[i] & 0xff) > 127) {
          int x = i % image.width();
          int y = i / image.width();
          bounds[0] = Math.min(bounds[0], x);
          bounds[1] = Math.min(bounds[1], y);
          bounds[2] = Math.max(bounds[2], x + 1);
          bounds[3] = Math.max(bounds[3], y + 1);
        }
      }
      return bounds[2] < 0 ? List.of() : List.of(face(bounds));
    }

    private static Face face(int[] b) {
      double w = b[2] - b[0];
      double h = b[3] - b[1];
      double[] xy = {0.3, 0.4, 0.7, 0.4, 0.5, 0.6, 0.35, 0.8, 0.65, 0.8};
      for (int i = 0; i < xy.length; i += 2) {
        xy[i] = b[0] + xy[i] * w;
        xy[i + 1] = b[1] + xy[i + 1] * h;
      }
      return Face.of(
          Box.ofCorners(b[0], b[1], b[2], b[3]), 0.9, Landmarks.of(LandmarkScheme.FIVE, xy));
    }

    @Override
    public String id() {
      return "bright";
    }

    @Override
    public double threshold() {
      return 0.5;
    }

    @Override
    public double overlap() {
      return 0.4;
    }

    @Override
    public boolean fits() {
      return fits;
    }

    @Override
    public int overview() {
      return 0;
    }
  }

  private static Box only(SearchOptions options, boolean fits) throws FacesException {
    List<Face> faces =
        new FaceSearch(new BrightBox(fits), options).search(PICTURE, Progress.SILENT).select();
    assertThat(faces).hasSize(1);
    return faces.get(0).box();
  }

  private static void same(Box box, double x, double y, double w, double h, double tolerance) {
    assertThat(new double[] {box.x(), box.y(), box.width(), box.height()})
        .containsExactly(new double[] {x, y, w, h}, within(tolerance));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyViewLeadsBackToTheSamePlace(boolean fits) throws Exception {
    SearchOptions.Builder b = SearchOptions.builder().turns(true).flip(true).border(true);
    same(only(b.build(), fits), 100, 60, 40, 50, 1e-9);
    same(only(b.join(Join.VOTING).build(), fits), 100, 60, 40, 50, 1e-9);
    same(only(b.scales(List.of(0.5, 1.0, 2.0)).build(), fits), 100, 60, 40, 50, 1);
    same(only(b.tiles(150).build(), fits), 100, 60, 40, 50, 2);
  }

  /** The view's own points, found in the mirrored picture, keep their meaning. */
  @Test
  void mirroredPointsKeepTheirMeaning() {
    View mirrored = new View(0, 0, 400, 300, 1, 0, Orientation.MIRRORED, 0);
    FaceImage seen = mirrored.render(PICTURE, new Resizer());
    Face face = mirrored.back(new BrightBox(false).candidates(seen, 0.5).get(0));
    Landmarks points = face.points().get();
    assertThat(points.x(0)).isCloseTo(112, within(1e-9));
    assertThat(points.x(1)).isCloseTo(128, within(1e-9));
    assertThat(points.x(3)).isLessThan(points.x(4));
  }

  /** A view turned right: what is at its top left was at the bottom left. */
  @Test
  void aTurnedViewIsThePictureTurned() {
    View right = new View(0, 0, 400, 300, 1, 0, Orientation.TURN_RIGHT, 0);
    FaceImage seen = right.render(PICTURE, new Resizer());
    assertThat(seen.width()).isEqualTo(300);
    Face found = new BrightBox(false).candidates(seen, 0.5).get(0);
    same(found.box(), 300 - 60 - 50, 100, 50, 40, 1e-9);
    same(right.back(found).box(), 100, 60, 40, 50, 1e-9);
  }

  @Test
  void tilesCoverThePictureAndOverlap() {
    assertThat(Tiles.of(400, 300, 150, 40))
        .extracting(v -> v.x() + "," + v.y() + " " + v.width() + "x" + v.height())
        .containsExactly(
            "0,0 130x127",
            "90,0 130x127",
            "180,0 130x127",
            "270,0 130x127",
            "0,86 130x127",
            "90,86 130x127",
            "180,86 130x127",
            "270,86 130x127",
            "0,173 130x127",
            "90,173 130x127",
            "180,173 130x127",
            "270,173 130x127");
  }

  @Test
  void aSmallPictureNeedsNoTiles() {
    SearchOptions tiles = SearchOptions.builder().tiles(640).build();
    assertThat(Views.of(400, 300, tiles, new BrightBox(true))).hasSize(1);
  }

  @Test
  void aFaceCutByATileIsLeftToTheNext() {
    View tile = new View(100, 0, 150, 150, 1, 0, Orientation.UPRIGHT, 0);
    assertThat(tile.cuts(Face.of(new Box(100.5, 20, 40, 50), 0.9), 400, 300)).isTrue();
    assertThat(tile.cuts(Face.of(new Box(120, -3, 40, 50), 0.9), 400, 300)).isFalse();
    assertThat(tile.cuts(Face.of(new Box(120, 120, 40, 50), 0.9), 400, 300)).isTrue();
  }

  @Test
  void aCancelStopsBetweenViews() throws Exception {
    BrightBox detector = new BrightBox(false);
    Progress second =
        new Progress() {
          private int asked;

          @Override
          public void at(long done, long total, String what) {
            assertThat(total).isEqualTo(4);
          }

          @Override
          public boolean isCanceled() {
            return ++asked > 2;
          }

          @Override
          public void warn(Problem problem) {
            throw new AssertionError(problem);
          }
        };
    SearchOptions turns = SearchOptions.builder().turns(true).build();
    Candidates found = new FaceSearch(detector, turns).search(PICTURE, second);
    assertThat(detector.sizes).hasSize(2);
    assertThat(found.complete()).isFalse();
  }

  /** However large the picture, a step is one tile: a cancel waits for no more than that. */
  @Test
  void aCancelOfALargePictureWaitsForOneTileOnly() throws Exception {
    BrightBox detector = new BrightBox(false);
    FaceImage large = FaceImage.of(8000, 6000, new int[8000 * 6000]);
    int[] asked = {0};
    Progress third =
        new Progress() {
          @Override
          public void at(long done, long total, String what) {
            assertThat(total).isGreaterThan(30);
          }

          @Override
          public boolean isCanceled() {
            return ++asked[0] > 3;
          }

          @Override
          public void warn(Problem problem) {
            throw new AssertionError(problem);
          }
        };
    Candidates found = new FaceSearch(detector, SearchOptions.defaults()).search(large, third);
    assertThat(found.complete()).isFalse();
    assertThat(detector.sizes).hasSize(3).allMatch(size -> size.length() <= "1536x1536".length());
  }

  @Test
  void selectingAgainNeedsNoNetwork() throws Exception {
    BrightBox detector = new BrightBox(false);
    FaceSearch search = new FaceSearch(detector, SearchOptions.defaults());
    Candidates found = search.search(PICTURE, 0.2, Progress.SILENT);
    assertThat(found.select(0.95, 0.4, 0, Square.NONE)).isEmpty();
    assertThat(found.select(0.3, 0.4, 41, Square.NONE)).isEmpty();
    same(found.select(0.3, 0.4, 40, Square.HEIGHT).get(0).box(), 95, 60, 50, 50, 1e-9);
    same(found.select(0.3, 0.4, 40, Square.WIDTH).get(0).box(), 100, 65, 40, 40, 1e-9);
    assertThat(detector.sizes).hasSize(1);
    assertThatThrownBy(() -> found.select(0.1, 0.4, 0, Square.NONE))
        .hasMessage(
            "The score threshold must be at least 0.2, from which the picture was searched, but was"
                + " 0.1.");
  }

  @Test
  void uprightnessKnowsUpFromDownAndAFaceFromNone() {
    Landmarks up = BrightBox.face(new int[] {0, 0, 100, 120}).points().get();
    Landmarks down = up.map(p -> new double[] {-p[0], -p[1]});
    Landmarks side = up.map(p -> new double[] {-p[1], p[0]});
    assertThat(Uprightness.of(up)).isGreaterThan(0.95);
    assertThat(Uprightness.of(down)).isCloseTo(-Uprightness.of(up), within(1e-12));
    assertThat(Uprightness.of(side)).isCloseTo(0, within(0.1));
  }
}
