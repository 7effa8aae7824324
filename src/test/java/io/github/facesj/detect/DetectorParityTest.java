package io.github.facesj.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReaderHeaderAware;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each public detector against what its own implementation found on 25 photos. Counted as the
 * reference's README says: a reference face (score from .5) is matched with candidates from .45, a
 * candidate is extra only from .55.
 */
@Tag("real")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectorParityTest {

  private static final Logger LOG = Logger.getLogger("parity");
  private static final double LOW = 0.45;
  private static final double HIGH = 0.55;
  private static final double MEETS = 0.5;

  private final Map<String, FaceImage> photos = new LinkedHashMap<>();
  private final Map<String, Map<String, List<Face>>> reference = new LinkedHashMap<>();

  @BeforeAll
  void read() throws Exception {
    Path folder = Shared.path("reference-outputs");
    int identical = 0;
    for (String line : Files.readAllLines(folder.resolve("photos.tsv")).stream().skip(1).toList()) {
      String[] column = line.split("\t");
      FaceImage photo = PhotoReader.read(folder.resolve("photos").resolve(column[0]));
      photos.put(column[0], photo);
      identical += sha256(photo).equals(column[8]) ? 1 : 0;
    }
    assertThat(identical).as("photos decoded to the reference's bits").isEqualTo(photos.size());
    try (CSVReaderHeaderAware csv =
        new CSVReaderHeaderAware(Files.newBufferedReader(folder.resolve("detections.csv")))) {
      for (Map<String, String> row = csv.readMap(); row != null; row = csv.readMap()) {
        reference
            .computeIfAbsent(row.get("model"), m -> new LinkedHashMap<>())
            .computeIfAbsent(row.get("photo"), p -> new ArrayList<>())
            .add(face(row));
      }
    }
  }

  private static Face face(Map<String, String> row) {
    Box box =
        new Box(number(row, "x"), number(row, "y"), number(row, "width"), number(row, "height"));
    if (row.get("p0x").isEmpty()) {
      return Face.of(box, number(row, "score"));
    }
    double[] xy = new double[10];
    for (int i = 0; i < 10; i++) {
      xy[i] = number(row, "p" + i / 2 + (i % 2 == 0 ? "x" : "y"));
    }
    return Face.of(box, number(row, "score"), Landmarks.of(LandmarkScheme.FIVE, xy));
  }

  private static double number(Map<String, String> row, String key) {
    return Double.parseDouble(row.get(key));
  }

  private static String sha256(FaceImage photo) throws Exception {
    byte[] bytes = new byte[3 * photo.pixels().length];
    for (int i = 0; i < photo.pixels().length; i++) {
      int p = photo.pixels()[i];
      bytes[3 * i] = (byte) (p >> 16);
      bytes[3 * i + 1] = (byte) (p >> 8);
      bytes[3 * i + 2] = (byte) p;
    }
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "yunet, 0.95",
    "yunet-product, 0.95",
    "scrfd-500m, 0.95",
    "scrfd-2.5g, 0.95",
    "ultraface-320, 0.95",
    "ultraface-640, 0.95",
    "retinaface, 0.95",
    "retinaface-stretch, 0.95",
    "mtcnn, 0.90"
  })
  void findsWhatItsOwnImplementationFinds(String id, double leastIou) throws Exception {
    Tally tally = new Tally(leastIou);
    long start = System.nanoTime();
    try (OpenModel model = Shared.model(id)) {
      FaceDetector detector = Detectors.of(model);
      for (Map.Entry<String, FaceImage> photo : photos.entrySet()) {
        List<Face> ours = search(detector, photo.getValue());
        tally.add(photo.getKey(), reference.get(id).getOrDefault(photo.getKey(), List.of()), ours);
      }
    }
    LOG.info(() -> tally.table(id, (System.nanoTime() - start) / 1e9));
    assertThat(tally.found()).as(tally.remarks.toString()).isGreaterThanOrEqualTo(0.99);
    assertThat(tally.extra()).as(tally.remarks.toString()).isLessThanOrEqualTo(0.01);
  }

  private static List<Face> search(FaceDetector detector, FaceImage photo) throws FacesException {
    double score = detector.id().equals("mtcnn") ? detector.threshold() : LOW;
    SearchOptions options = SearchOptions.builder().score(score).tiles(SearchOptions.WHOLE).build();
    return new FaceSearch(detector, options).search(photo, Progress.SILENT).select();
  }

  /** Counts and differences of one detector. */
  private static final class Tally {

    private final double leastIou;
    private final List<Double> scores = new ArrayList<>();
    private final List<Double> boxes = new ArrayList<>();
    private final List<Double> points = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int faces;
    private int found;
    private int extra;

    Tally(double leastIou) {
      this.leastIou = leastIou;
    }

    void add(String photo, List<Face> expected, List<Face> ours) {
      faces += expected.size();
      List<Face> free = new ArrayList<>(ours);
      for (Face e : expected) {
        Face best =
            free.stream()
                .max((a, b) -> Double.compare(a.box().iou(e.box()), b.box().iou(e.box())))
                .orElse(null);
        if (best == null || best.box().iou(e.box()) < MEETS) {
          remarks.add(String.format(Locale.ROOT, "%s: missed %s", photo, brief(e)));
          continue;
        }
        free.remove(best);
        compare(photo, e, best);
      }
      for (Face f : free) {
        if (f.score() >= HIGH) {
          extra++;
          remarks.add(String.format(Locale.ROOT, "%s: extra %s", photo, brief(f)));
        }
      }
    }

    private void compare(String photo, Face expected, Face ours) {
      double score = Math.abs(ours.score() - expected.score());
      double width = expected.box().width();
      scores.add(score);
      boxes.add(distance(corners(ours.box()), corners(expected.box())) / width);
      if (expected.points().isPresent()) {
        points.add(
            distance(ours.points().get().toArray(), expected.points().get().toArray()) / width);
      }
      double iou = ours.box().iou(expected.box());
      if (iou >= leastIou && score <= 0.02) {
        found++;
      } else {
        remarks.add(
            String.format(
                Locale.ROOT,
                "%s: IoU %.3f, %s instead of %s",
                photo,
                iou,
                brief(ours),
                brief(expected)));
      }
    }

    private static double[] corners(Box b) {
      return new double[] {b.x(), b.y(), b.right(), b.bottom()};
    }

    private static double distance(double[] a, double[] b) {
      double most = 0;
      for (int i = 0; i < a.length; i++) {
        most = Math.max(most, Math.abs(a[i] - b[i]));
      }
      return most;
    }

    private static String brief(Face f) {
      Box b = f.box();
      return String.format(
          Locale.ROOT,
          "%.4f (%.1f, %.1f, %.1f, %.1f)",
          f.score(),
          b.x(),
          b.y(),
          b.width(),
          b.height());
    }

    double found() {
      return (double) found / faces;
    }

    double extra() {
      return (double) extra / faces;
    }

    String table(String id, double seconds) {
      StringWriter text = new StringWriter();
      try (PrintWriter out = new PrintWriter(text)) {
        out.printf(
            Locale.ROOT,
            "%n%-18s faces %4d  found %6.2f %%  extra %5.2f %%  score %s  box %s  points %s  %.1f"
                + " s",
            id,
            faces,
            100 * found(),
            100 * extra(),
            spread(scores),
            spread(boxes),
            spread(points),
            seconds);
        remarks.forEach(r -> out.printf(Locale.ROOT, "%n    %s", r));
      }
      return text.toString();
    }

    private static String spread(List<Double> values) {
      double[] v = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return v.length == 0
          ? "-"
          : String.format(Locale.ROOT, "%.5f/%.5f", v[v.length / 2], v[v.length - 1]);
    }
  }
}
