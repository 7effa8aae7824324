package io.github.facesj.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.Needs;
import io.github.facesj.Reference;
import io.github.facesj.detect.Detectors;
import io.github.facesj.detect.FaceDetector;
import io.github.facesj.detect.Nms;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.FaceEncoder;
import io.github.facesj.embed.Mirror;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.metrics.Roc;
import io.github.facesj.model.OpenModel;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verification on the 1,200 pairs of LFW's first two folds, from the raw grey photos, against the
 * figures of models/MODELS.md section 12: with the reference's points, and with our own detection.
 * The face of a photo is the one nearest its centre, of score 0.5 or, where there is none, the best
 * of any score. The threshold of one fold judges the other.
 *
 * <p>Without {@code -Dfacesj.lfw=all} only what is quick; with it the whole table of
 * docs/ACCURACY.md.
 */
@Tag("real")
class LfwParityTest {

  private static final String LANDMARKS = "facesj-landmarks68";

  /** Finds the face of a photo; for one thread. */
  private interface Finder {
    Optional<Face> find(FaceImage photo, String name) throws FacesException;
  }

  /** With the points that the reference found; expected accuracies in per cent, 0 where unknown. */
  @ParameterizedTest
  @CsvSource({
    "quick, yunet, mobilefacenet-112x96, 0, 0, 98.00",
    "quick, scrfd500m, mobilefacenet-112x112, 99.33, 99.17, 99.08",
    "all, scrfd500m, mobilefacenet-112x96, 0, 0, 98.42",
    "all, retinaface, mobilefacenet-112x96, 0, 0, 98.25",
    "all, mtcnn, mobilefacenet-112x96, 0, 0, 97.92",
    "all, yunet, mobilefacenet-112x112, 99.25, 99.33, 99.33",
    "all, mtcnn, mobilefacenet-112x112, 99.17, 99.33, 99.25",
    "all, retinaface, mobilefacenet-112x112, 99.25, 99.42, 99.08",
  })
  void withTheReferencesPoints(
      String when, String points, String embedder, double none, double sum, double concat)
      throws Exception {
    assumeWanted(when);
    Map<String, Face> faces = new LinkedHashMap<>();
    for (Map<String, String> row :
        Reference.rows(Reference.path("reference-outputs/lfw_points_" + points + ".csv"))) {
      faces.put(row.get("image"), Face.of(Reference.box(row, ""), 1, Reference.five(row)));
    }
    Finder finder =
        (photo, name) -> Optional.ofNullable(faces.get(name.replaceAll("^.*/|\\.jpg$", "")));
    double[][] cosines = run(() -> finder, embedder, PointSource.DETECTOR);
    check("points of " + points, embedder, cosines, none, sum, concat);
    if (embedder.equals("mobilefacenet-112x96")) {
      List<Map<String, String>> scores =
          Reference.rows(Reference.path("reference-outputs/lfw_scores_folds1-2.csv"));
      for (int i = 0; i < scores.size(); i++) {
        assertThat(cosines[2][i])
            .isCloseTo(
                Reference.number(scores.get(i), "casia_flipconcat_raw_" + points), within(0.02));
      }
    }
  }

  /**
   * The whole way: our detection, alignment, embedding. The last three columns: right answers of
   * the reference in per cent, 0 where it has none; of our own networks, what was measured when
   * they were shipped.
   */
  @ParameterizedTest
  @CsvSource({
    "quick, yunet, mobilefacenet-112x96, detector, 0, 0, 98.00",
    "quick, facesj-detector, facesj-embedder, landmarks, 98.75, 99.08, 99.08",
    "all, facesj-detector, facesj-embedder, detector, 0, 0, 0",
    "all, yunet, facesj-embedder, detector, 0, 0, 0",
    "all, yunet, facesj-embedder, landmarks, 0, 0, 0",
    "all, facesj-detector, mobilefacenet-112x112, landmarks, 0, 0, 0",
    "all, yunet, mobilefacenet-112x112, detector, 99.25, 99.33, 99.33",
    "all, scrfd-500m, mobilefacenet-112x112, detector, 99.33, 99.17, 99.08",
    "all, scrfd-500m, mobilefacenet-112x96, detector, 0, 0, 98.42",
    "all, retinaface, mobilefacenet-112x112, detector, 99.25, 99.42, 99.08",
    "all, mtcnn, mobilefacenet-112x112, detector, 99.17, 99.33, 99.25",
    "all, mtcnn, mobilefacenet-112x96, detector, 0, 0, 97.92",
  })
  void fromThePhotos(
      String when,
      String detector,
      String embedder,
      String points,
      double none,
      double sum,
      double concat)
      throws Exception {
    assumeWanted(when);
    PointSource source = PointSource.valueOf(points.toUpperCase(Locale.ROOT));
    try (OpenModel model = Reference.open(detector)) {
      double[][] cosines = run(() -> nearestToCentre(Detectors.of(model)), embedder, source);
      check(detector + ", points by " + points, embedder, cosines, none, sum, concat);
    }
  }

  private static void assumeWanted(String when) {
    if (!when.equals("quick")) {
      Needs.asked("facesj.lfw", "all");
    }
  }

  private static Finder nearestToCentre(FaceDetector detector) {
    return (photo, name) -> {
      List<Face> all = Nms.iou(detector.overlap()).suppress(detector.candidates(photo, 0.1));
      List<Face> sure = all.stream().filter(f -> f.score() >= 0.5).toList();
      return sure.isEmpty()
          ? all.stream().findFirst()
          : sure.stream()
              .min(
                  Comparator.comparingDouble(
                      f ->
                          Math.hypot(
                              f.box().centerX() - photo.width() / 2.0,
                              f.box().centerY() - photo.height() / 2.0)));
    };
  }

  private interface FinderSource {
    Finder get() throws FacesException;
  }

  /**
   * Cosines of all pairs without mirror, with the sum, with both views; NaN where one is missing.
   */
  private static double[][] run(FinderSource finders, String embedderId, PointSource points)
      throws Exception {
    Path folder = Reference.path("photos/lfw");
    PairList list = PairFiles.read(folder.resolve("pairs.txt"), folder);
    List<String> names =
        list.pairs().stream().flatMap(p -> List.of(p.a(), p.b()).stream()).distinct().toList();
    ConcurrentMap<String, Embedding> embeddings = new ConcurrentHashMap<>();
    try (OpenModel model = Reference.open(embedderId);
        OpenModel landmarks = Reference.open(LANDMARKS)) {
      FaceEncoder encoder =
          FaceEncoder.of(
              FaceEmbedder.of(model, Mirror.CONCAT),
              Optional.of(FaceLandmarker.of(landmarks)),
              points,
              Sampling.ANTIALIASED);
      ThreadLocal<Finder> finder =
          ThreadLocal.withInitial(
              () -> {
                try {
                  return finders.get();
                } catch (FacesException e) {
                  throw new IllegalStateException(e);
                }
              });
      names.parallelStream()
          .forEach(
              name -> {
                try {
                  FaceImage photo = list.photos().open(name, Progress.SILENT);
                  Optional<Face> face = finder.get().find(photo, name);
                  if (face.isPresent()) {
                    List<Face> encoded = encoder.encode(Pyramid.of(photo), List.of(face.get()));
                    embeddings.put(name, encoded.get(0).embedding().orElseThrow());
                  }
                } catch (FacesException e) {
                  throw new IllegalStateException(e);
                }
              });
    }
    double[][] cosines = new double[3][list.pairs().size()];
    for (int i = 0; i < list.pairs().size(); i++) {
      Embedding a = embeddings.get(list.pairs().get(i).a());
      Embedding b = embeddings.get(list.pairs().get(i).b());
      boolean both = a != null && b != null;
      cosines[0][i] = both ? view(a, false).cosine(view(b, false)) : Double.NaN;
      cosines[1][i] = both ? view(a, true).cosine(view(b, true)) : Double.NaN;
      cosines[2][i] = both ? a.cosine(b) : Double.NaN;
    }
    return cosines;
  }

  /** Of both views' vectors, one behind the other: the first, or their sum. */
  private static Embedding view(Embedding both, boolean sum) {
    float[] v = both.toArray();
    float[] first = Arrays.copyOf(v, v.length / 2);
    for (int i = 0; sum && i < first.length; i++) {
      first[i] += v[first.length + i];
    }
    return Embedding.of("one", first);
  }

  private static void check(String points, String embedder, double[][] cosines, double... expected)
      throws Exception {
    Path folder = Reference.path("photos/lfw");
    List<Pair> pairs = PairFiles.read(folder.resolve("pairs.txt"), folder).pairs();
    String[] mirrors = {"none", "sum", "concat"};
    for (int m = 0; m < 3; m++) {
      List<PairScore> scores = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        double distance = 1 - cosines[m][i];
        scores.add(
            Double.isNaN(distance)
                ? new PairScore(pairs.get(i), OptionalDouble.empty(), "No face was found.")
                : new PairScore(pairs.get(i), OptionalDouble.of(distance), ""));
      }
      Verification verification = Verification.of(scores);
      double accuracy = 100 * verification.folds().orElseThrow().mean();
      Roc roc = verification.roc();
      System.out.printf(
          Locale.ROOT,
          "LFW | %s | %s | %s | %.2f | %.2f of those compared | %.2f | %.2f | %.2f | %.3f | %d |"
              + " %s%n",
          points,
          embedder,
          mirrors[m],
          accuracy,
          100 * verification.comparedFolds().orElseThrow().mean(),
          100 * roc.trueMatchRateAt(0.01).rate(),
          100 * roc.areaUnderCurve(),
          100 * roc.equalErrorRate(),
          roc.best().threshold(),
          verification.problems(),
          expected[m] > 0 ? expected[m] : "");
      if (expected[m] > 0) {
        assertThat(accuracy).as(mirrors[m]).isGreaterThanOrEqualTo(expected[m] - 0.3);
      }
    }
  }
}
