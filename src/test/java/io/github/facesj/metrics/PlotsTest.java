package io.github.facesj.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.Needs;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.picture.OkabeIto;
import io.github.facesj.run.FacesException;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Writes one plot of each kind below target/plots, to be looked at, and finds the curves in them.
 */
class PlotsTest {

  private static final Path FOLDER = Path.of("target/plots");

  private static Roc roc(long seed, double separation) {
    Random random = new Random(seed);
    boolean[] same = new boolean[3000];
    double[] distances = new double[3000];
    for (int i = 0; i < same.length; i++) {
      same[i] = i % 2 == 0;
      distances[i] = 1 + (same[i] ? -separation : 0) + 0.15 * random.nextGaussian();
    }
    return Roc.of(distances, same);
  }

  private static LandmarkError errors(double deviation) {
    Random random = new Random(1);
    double[] xy = IntStream.range(0, 136).mapToDouble(i -> random.nextDouble() * 100).toArray();
    Landmarks truth = Landmarks.of(LandmarkScheme.IBUG68, xy);
    LandmarkError error = new LandmarkError(LandmarkError.Normaliser.BOX);
    for (int face = 0; face < 200; face++) {
      double spread = deviation * (0.5 + random.nextDouble());
      error.add(
          truth.map(
              p ->
                  new double[] {
                    p[0] + spread * random.nextGaussian(), p[1] + spread * random.nextGaussian()
                  }),
          truth);
    }
    return error;
  }

  @Test
  void everyKind() throws Exception {
    Needs.fonts();
    Map<String, Roc> curves = new LinkedHashMap<>();
    curves.put("one view, 98.2 %", roc(1, 0.65));
    curves.put("with mirror image, 99.1 %", roc(2, 0.8));
    Map<String, LandmarkError> errors = new LinkedHashMap<>();
    errors.put("FacesJ 68", errors(4));
    errors.put("PFLD 68", errors(3));
    List<double[]> pr =
        IntStream.rangeClosed(0, 60)
            .mapToObj(i -> new double[] {i / 100.0, 1 - Math.pow(i / 80.0, 4)})
            .toList();
    Map<String, BufferedImage> plots = new LinkedHashMap<>();
    plots.put("roc", Plots.roc("Verification, 1200 pairs of LFW", curves));
    plots.put("det", Plots.det("Detection error trade-off, 1200 pairs of LFW", curves));
    plots.put("ced", Plots.cumulativeError("Landmarks, 770 faces", errors, 0.08));
    plots.put("pr", Plots.precisionRecall("Detection, WIDER FACE", Map.of("FacesJ, AP 58.4", pr)));
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, BufferedImage> plot : plots.entrySet()) {
      Path file = FOLDER.resolve(plot.getKey() + ".png");
      Plots.write(plot.getValue(), file);
      assertThat(pixels(ImageIO.read(file.toFile()))).isEqualTo(pixels(plot.getValue()));
    }
    // More right matches, fewer errors, more faces with small errors: above, below, above.
    assertThat(shareAbove(plots.get("roc"), OkabeIto.VERMILION, OkabeIto.BLUE)).isGreaterThan(0.95);
    assertThat(shareAbove(plots.get("det"), OkabeIto.BLUE, OkabeIto.VERMILION)).isGreaterThan(0.95);
    assertThat(shareAbove(plots.get("ced"), OkabeIto.VERMILION, OkabeIto.BLUE)).isGreaterThan(0.95);
    assertThatThrownBy(() -> Plots.write(plots.get("roc"), FOLDER.resolve("roc.png/where.png")))
        .isInstanceOf(FacesException.class);
  }

  @Test
  void theCurveIsWhereItsPointsAre() throws Exception {
    Needs.fonts();
    List<double[]> points =
        IntStream.rangeClosed(0, 60)
            .mapToObj(i -> new double[] {i / 100.0, precision(i / 100.0)})
            .toList();
    TreeMap<Integer, Integer> curve =
        curve(Plots.precisionRecall("Detection", Map.of("FacesJ", points)), OkabeIto.BLUE);
    int left = curve.firstKey();
    int right = curve.lastKey();
    assertThat(right - left).isGreaterThan(200);
    double perUnit = (curve.get(right) - curve.get(left)) / (precision(0.6) - precision(0));
    for (int column = left; column <= right; column++) {
      double recall = 0.6 * (column - left) / (right - left);
      double row = curve.get(left) + (precision(recall) - precision(0)) * perUnit;
      assertThat((double) curve.get(column)).as("column %d", column).isCloseTo(row, within(4.0));
    }
  }

  private static double precision(double recall) {
    return 1 - Math.pow(recall / 0.8, 4);
  }

  /** For each column that has the colour its uppermost row; legends stand below. */
  private static TreeMap<Integer, Integer> curve(BufferedImage plot, int colour) {
    TreeMap<Integer, Integer> rows = new TreeMap<>();
    for (int x = 0; x < plot.getWidth(); x++) {
      for (int y = plot.getHeight() - 1; y >= 0; y--) {
        if ((plot.getRGB(x, y) & 0xffffff) == colour) {
          rows.put(x, y);
        }
      }
    }
    return rows;
  }

  /** In how many of the columns that both curves have the first is not below the other. */
  private static double shareAbove(BufferedImage plot, int upper, int lower) {
    Map<Integer, Integer> above = curve(plot, upper);
    Map<Integer, Integer> below = curve(plot, lower);
    List<Integer> both = above.keySet().stream().filter(below::containsKey).toList();
    assertThat(both).hasSizeGreaterThan(100);
    return both.stream().filter(x -> above.get(x) <= below.get(x)).count() / (double) both.size();
  }

  private static int[] pixels(BufferedImage image) {
    int w = image.getWidth();
    return image.getRGB(0, 0, w, image.getHeight(), null, 0, w);
  }
}
