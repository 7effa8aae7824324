package io.github.facesj.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.Reference;
import io.github.facesj.Sample;
import io.github.facesj.align.Template;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.landmark.PoseFit;
import io.github.facesj.photo.PhotoReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The formula on cases worked out by hand, and on the sample portraits with their truth. */
class FaceQualityTest {

  private static final String FRONTAL = "portraits/ada/ada_1.jpg";
  private static final String TURNED = "portraits/ada/ada_4.jpg";
  private static final Landmarks TEMPLATE = Template.ARCFACE.points();

  private static Map<String, String> row(String table, String image) throws Exception {
    return Reference.rows(Sample.path(table)).stream()
        .filter(r -> r.get("image").equals(image))
        .findFirst()
        .orElseThrow();
  }

  /** The true box and five points; a score of 1, so that it does not count. */
  private static Face truth(String image) throws Exception {
    double[] xy =
        row("landmarks5.csv", image).values().stream()
            .skip(2)
            .mapToDouble(Double::parseDouble)
            .toArray();
    return Face.of(
        Reference.box(row("faces.csv", image), ""), 1, Landmarks.of(LandmarkScheme.FIVE, xy));
  }

  private static FaceImage photo(String image) throws Exception {
    return PhotoReader.read(Sample.path(image));
  }

  private static FaceImage resized(FaceImage image, int width, int height, Resampling how) {
    int[] pixels =
        new Resizer().resize(image.pixels(), image.width(), image.height(), width, height, how);
    return FaceImage.of(width, height, Arrays.copyOf(pixels, width * height));
  }

  private static FaceQuality of(FaceImage photo, Face face) {
    return FaceQuality.of(Pyramid.of(photo), face);
  }

  /** A photo that is the crop, with grey values that alternate from pixel to pixel. */
  private static FaceImage chequered(int dark, int bright) {
    int[] pixels = new int[112 * 112];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0x010101 * ((i % 112 + i / 112) % 2 == 0 ? dark : bright);
    }
    return FaceImage.of(112, 112, pixels);
  }

  private static Face face(Landmarks points, double score) {
    return Face.of(new Box(0, 0, 112, 112), score, points);
  }

  @Test
  void theValueIsTheGeometricMean() {
    assertThat(new FaceQuality(0.5, 0.25, 1, 0.5).value()).isEqualTo(0.5, within(1e-12));
    assertThat(new FaceQuality(1, 1, 1, 1).value()).isEqualTo(1);
    assertThat(new FaceQuality(1, 1, 0, 1).value()).isZero();
  }

  /**
   * Each pixel's neighbours differ from it by 5, so its Laplacian is 20 or -20, half of each: the
   * variance is 400 and the sharpness 400 / 500.
   */
  @Test
  void theSharpnessOfAChequerboardIsKnown() {
    FaceQuality quality = of(chequered(100, 105), face(TEMPLATE, 0.81));
    assertThat(quality.sharpness()).isEqualTo(0.8, within(1e-9));
    assertThat(quality.size()).isEqualTo(1, within(1e-9));
    assertThat(quality.score()).isEqualTo(0.81);
    double turned = PoseFit.of(TEMPLATE).pose().turned();
    assertThat(quality.pose()).isEqualTo(Math.cos(Math.toRadians(turned)), within(1e-12));
    assertThat(quality.value())
        .isEqualTo(Math.pow(0.8 * 0.81 * quality.pose(), 0.25), within(1e-9));
  }

  @Test
  void theEyesTellTheSize() {
    FaceImage flat = chequered(90, 90);
    Landmarks half = TEMPLATE.map(p -> new double[] {p[0] / 2 + 28, p[1] / 2 + 28});
    Landmarks twice = TEMPLATE.map(p -> new double[] {2 * p[0] - 56, 2 * p[1] - 56});
    assertThat(of(flat, face(half, 1)).size()).isEqualTo(0.5, within(1e-9));
    assertThat(of(flat, face(twice, 1)).size()).isEqualTo(1);
  }

  @Test
  void nothingIsSharpWithoutDetail() {
    FaceQuality quality = of(chequered(90, 90), face(TEMPLATE, 1));
    assertThat(quality.sharpness()).isZero();
    assertThat(quality.value()).isZero();
  }

  /** Where the photo ends the crop is black, which is no detail of the face. */
  @Test
  void theEdgeOfThePhotoIsNoDetail() {
    FaceImage flat = chequered(200, 200);
    Landmarks atEdge = TEMPLATE.translate(-40, 30);
    assertThat(of(flat, face(atEdge, 1)).sharpness()).isZero();
    Landmarks turned =
        TEMPLATE.map(p -> new double[] {0.8 * p[0] - 0.6 * p[1], 0.6 * p[0] + 0.8 * p[1]});
    assertThat(of(flat, face(turned, 1)).sharpness()).isZero();
    assertThat(of(flat, face(TEMPLATE.translate(500, 0), 1)).sharpness()).isZero();
    int[] pixels = new int[1003 * 1001];
    Arrays.fill(pixels, 0xc8c8c8);
    FaceImage large = FaceImage.of(1003, 1001, pixels);
    for (double size : new double[] {1.3, 2.1, 3.9, 7.9}) {
      Landmarks corner = // the middle of the face lies in the photo's last corner
          TEMPLATE.map(p -> new double[] {size * (p[0] - 56) + 1003, size * (p[1] - 72) + 1001});
      assertThat(of(large, face(corner, 1)).sharpness()).as("size %s", size).isZero();
    }
    // Their number may be odd, so that the mean is not quite 0.
    FaceImage chequered = chequered(100, 105);
    assertThat(of(chequered, face(TEMPLATE.translate(-40, 30), 1)).sharpness())
        .isEqualTo(0.8, within(1e-6));
  }

  @Test
  void everyShareOfEverySampleIsBetweenZeroAndOne() throws Exception {
    for (Map<String, String> row : Reference.rows(Sample.path("faces.csv"))) {
      String image = row.get("image");
      if (image.startsWith("portraits")) {
        FaceQuality q = of(photo(image), truth(image));
        assertThat(List.of(q.size(), q.sharpness(), q.pose(), q.score(), q.value()))
            .as(image)
            .allSatisfy(v -> assertThat(v).isBetween(0.0, 1.0));
      }
    }
  }

  @Test
  void blurLowersSharpnessAndNothingElse() throws Exception {
    FaceImage photo = photo(FRONTAL);
    int w = photo.width();
    int h = photo.height();
    FaceImage small = resized(photo, w / 10, h / 10, Resampling.AREA);
    FaceImage blurred = resized(small, w, h, Resampling.BILINEAR);
    FaceQuality sharp = of(photo, truth(FRONTAL));
    FaceQuality soft = of(blurred, truth(FRONTAL));
    assertThat(soft.sharpness()).isLessThan(0.5 * sharp.sharpness());
    assertThat(soft.value()).isLessThan(0.85 * sharp.value());
    assertThat(new FaceQuality(soft.size(), 1, soft.pose(), 1))
        .isEqualTo(new FaceQuality(sharp.size(), 1, sharp.pose(), 1));
  }

  @Test
  void aFaceOfTwentyPixelsIsWorse() throws Exception {
    FaceImage photo = photo(FRONTAL);
    Face face = truth(FRONTAL);
    double scale = 20 / face.box().width();
    int w = (int) Math.round(photo.width() * scale);
    int h = (int) Math.round(photo.height() * scale);
    Landmarks points =
        face.points().orElseThrow().map(p -> new double[] {p[0] * scale, p[1] * scale});
    FaceQuality large = of(photo, face);
    FaceQuality small = of(resized(photo, w, h, Resampling.AREA), face(points, 1));
    assertThat(large.size()).isEqualTo(1);
    // eyes 94.73 pixels apart of a box 206.8 wide
    assertThat(small.size()).isEqualTo(94.73 * 20 / 206.8 / 35.24, within(1e-3));
    assertThat(small.value()).isLessThan(0.85 * large.value());
  }

  /** Against the truth of the rendering: yaw 2 and pitch -5 degrees, yaw -39 and pitch -1. */
  @Test
  void aTurnedHeadIsWorse() throws Exception {
    FaceQuality frontal = of(photo(FRONTAL), truth(FRONTAL));
    FaceQuality turned = of(photo(TURNED), truth(TURNED));
    assertThat(frontal.pose()).isEqualTo(facing(FRONTAL), within(0.1));
    assertThat(turned.pose()).isEqualTo(facing(TURNED), within(0.1));
    assertThat(turned.pose()).isLessThan(frontal.pose() - 0.1);
    assertThat(new FaceQuality(1, 1, turned.pose(), 1).value())
        .isLessThan(new FaceQuality(1, 1, frontal.pose(), 1).value());
  }

  /** The cosine of the angle between face and camera. */
  private static double facing(String image) throws Exception {
    Map<String, String> row = row("faces.csv", image);
    return Math.cos(Math.toRadians(Reference.number(row, "yaw")))
        * Math.cos(Math.toRadians(Reference.number(row, "pitch")));
  }

  @Test
  void theSameFaceGivesTheSameFigures() throws Exception {
    assertThat(of(photo(FRONTAL), truth(FRONTAL))).isEqualTo(of(photo(FRONTAL), truth(FRONTAL)));
  }

  @Test
  void aFaceWithoutPointsIsRefused() {
    Face bare = Face.of(new Box(0, 0, 112, 112), 1);
    assertThatThrownBy(() -> of(chequered(1, 2), bare))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no points");
  }
}
