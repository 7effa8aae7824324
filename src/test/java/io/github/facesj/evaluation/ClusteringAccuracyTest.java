package io.github.facesj.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.Reference;
import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.collection.AdditionRate;
import io.github.facesj.collection.TwoRuns;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.PointSource;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.metrics.ClusteringScores;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every method of clustering on faces of known people, found and embedded by FacesJ: at the
 * threshold of the embedder's card, and at its best one. The default method has to be the first in
 * B-cubed F, or within a hundredth of the first.
 *
 * <p>Without {@code -Dfacesj.clustering=all} only the sample images with FacesJ's embedder; with it
 * the whole table of docs/ACCURACY.md.
 */
@Tag("real")
class ClusteringAccuracyTest {

  private static final int PHOTOS_TO_ADD = 50;

  @TempDir Path models;

  /**
   * The last two columns: what the default's B-cubed F exceeds, and how far the best method may be
   * ahead of it.
   */
  @ParameterizedTest
  @CsvSource({
    "quick, samples, facesj-embedder, 0.85, 0.01",
    "all, samples, mobilefacenet-112x112, 0.85, 0.01",
    "all, lfw, facesj-embedder, 0.975, 0.01",
    "all, lfw, mobilefacenet-112x112, 0.979, 0.01",
    "all, att-faces, facesj-embedder, 0.98, 0.02",
    "all, att-faces, mobilefacenet-112x112, 0.98, 0.02",
    "all, celeba-identities, facesj-embedder, 0.965, 0.01",
    "all, celeba-identities, mobilefacenet-112x112, 0.965, 0.01",
  })
  void theDefaultIsTheBestOrNearlySo(
      String when, String data, String embedderId, double floor, double behind) throws Exception {
    if (!when.equals("quick")) {
      Needs.asked("facesj.clustering", "all");
    }
    try (OpenModel detector = Reference.open("facesj-detector");
        OpenModel landmarks = Reference.open("facesj-landmarks68");
        OpenModel model = Reference.open(embedderId)) {
      FaceEmbedder embedder = FaceEmbedder.of(model);
      Factory<Recognizer> factory =
          () ->
              Recognizer.of(
                  detector,
                  SearchOptions.defaults(),
                  embedder,
                  FaceLandmarker.of(landmarks),
                  PointSource.LANDMARKS);
      Path folder =
          data.equals("samples") ? Path.of("sample-images") : Reference.path("photos/" + data);
      LabelledFaces faces =
          LabelledFaces.of(folder, labels(data, folder), factory, 2, Progress.SILENT);
      MatchThreshold threshold = MatchThreshold.ofClusters(0, embedder, models);
      List<Double> scores = new ArrayList<>();
      double precision = 0;
      for (ClusterMethod method :
          List.of(
              ClusterMethod.DEFAULT,
              ClusterMethod.AVERAGE,
              ClusterMethod.WHISPERS,
              ClusterMethod.DBSCAN,
              ClusterMethod.KMEANS)) {
        ClusteringEvaluation evaluation =
            ClusteringEvaluation.of(faces, factory.create(), method, threshold, Progress.SILENT);
        print(data, embedderId, evaluation);
        scores.add(evaluation.used().scores().bCubed().f());
        if (method == ClusterMethod.DEFAULT) {
          precision = evaluation.used().scores().bCubed().precision();
        }
      }
      double first = scores.stream().mapToDouble(f -> f).max().orElseThrow();
      assertThat(scores.get(0)).isGreaterThanOrEqualTo(first - behind).isGreaterThan(floor);
      if (!data.equals("samples")) {
        assertThat(precision).as("people are not joined").isGreaterThan(0.99);
      }
      double cosine = embedder.distance().toCosine(threshold.value());
      twoRuns(data, embedderId, faces, i -> true, 1 - cosine, floor);
      if (data.equals("celeba-identities")) {
        List<String> people =
            faces.identities().stream()
                .distinct()
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .toList();
        IntPredicate unseen = i -> people.indexOf(faces.identities().get(i)) % 2 == 1;
        twoRuns(data + ", the other half", embedderId, faces, unseen, 1 - cosine, floor);
      }
      AdditionRate rate = AdditionRate.of(faces, 1 - cosine, PHOTOS_TO_ADD);
      System.out.printf(
          Locale.ROOT,
          "ADDITION | %s | %s | %d | %.2f | %.2f |%n",
          data,
          embedderId,
          rate.photos(),
          100 * rate.added(),
          100 * rate.anew());
      assertThat(rate.added()).isZero();
    }
  }

  /** All photos at once, and in two runs. */
  private static void twoRuns(
      String data,
      String embedder,
      LabelledFaces faces,
      IntPredicate wanted,
      double threshold,
      double floor) {
    int[] some = IntStream.range(0, faces.identities().size()).filter(wanted).toArray();
    TwoRuns runs =
        TwoRuns.of(faces.vectors(), faces.photoNumbers(), faces.identities(), some, threshold);
    System.out.printf(
        Locale.ROOT,
        "IN TWO RUNS | %s (%d, %d) | %s | at once %.3f / %.3f | %.3f / %.3f |%n",
        data,
        runs.once().faces(),
        runs.once().people(),
        embedder,
        runs.once().bCubed().precision(),
        runs.once().bCubed().f(),
        runs.twice().bCubed().precision(),
        runs.twice().bCubed().f());
    assertThat(runs.once().bCubed().f()).isGreaterThan(floor);
    assertThat(runs.twice().bCubed().f()).isGreaterThan(floor - 0.03);
  }

  private static List<LabelledPhoto> labels(String data, Path folder) throws Exception {
    return switch (data) {
      case "lfw", "att-faces" ->
          LabelledPhoto.folders(PhotoFolder.of(folder).listing(Progress.SILENT));
      case "samples" -> LabelledPhoto.table(folder.resolve("faces.csv"));
      default -> LabelledPhoto.table(folder.resolve("identities.csv"));
    };
  }

  private static void print(String data, String embedder, ClusteringEvaluation evaluation) {
    ClusteringScores used = evaluation.used().scores();
    ClusteringScores best = evaluation.best().scores();
    System.out.printf(
        Locale.ROOT,
        "CLUSTERING | %s (%d, %d) | %s | %s | %d + %d | %.3f | %.3f | %.3f | %.3f | %.2f | %.3f |"
            + " %.3f |%n",
        data,
        used.faces(),
        used.people(),
        embedder,
        evaluation.method().name().toLowerCase(Locale.ROOT),
        used.clusters(),
        used.singletons(),
        used.bCubed().precision(),
        used.bCubed().recall(),
        used.bCubed().f(),
        used.pairs().f(),
        evaluation.best().threshold(),
        best.bCubed().f(),
        best.pairs().f());
  }
}
