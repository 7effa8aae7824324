package io.github.facesj.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Reference;
import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.NamingRule;
import io.github.facesj.analysis.QualityGate;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.batch.GallerySource;
import io.github.facesj.detect.Detectors;
import io.github.facesj.detect.FaceDetector;
import io.github.facesj.detect.Nms;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.Distance;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.FaceEncoder;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two portraits of each person are enrolled, every other face of the samples is identified, at the
 * distance that gives a name to one stranger in a thousand. Rendered people are alike, and the
 * gallery shows it, so that fewer are named than at a distance for any two faces, but no stranger.
 */
class SampleIdentificationTest {

  private static final Path SAMPLES = Path.of("sample-images");
  private static final String ZHANG = " \u5f20";

  @TempDir Path folder;

  @Test
  void embeddedModels() throws Exception {
    run("facesj-detector", "facesj-embedder", PointSource.LANDMARKS, 36, 0);
  }

  @Tag("real")
  @ParameterizedTest
  @CsvSource({
    "mtcnn, mobilefacenet-112x112, 32, 0",
    "yunet, mobilefacenet-112x96, 32, 0",
  })
  void publicModels(String detector, String embedder, int right, int wrong) throws Exception {
    run(detector, embedder, PointSource.DETECTOR, right, wrong);
  }

  private void run(
      String detectorId, String embedderId, PointSource points, int leastRight, int mostWrong)
      throws Exception {
    try (OpenModel detector = Reference.open(detectorId);
        OpenModel landmarks = Reference.open("facesj-landmarks68");
        OpenModel embedder = Reference.open(embedderId)) {
      FaceEncoder encoder =
          FaceEncoder.of(
              FaceEmbedder.of(embedder),
              Optional.of(FaceLandmarker.of(landmarks)),
              points,
              Sampling.ANTIALIASED);
      FaceDetector finder = Detectors.of(detector);
      Enrolment enrolment =
          new GallerySource(
                  () ->
                      Recognizer.of(
                          detector,
                          SearchOptions.defaults(),
                          FaceEmbedder.of(embedder),
                          FaceLandmarker.of(landmarks),
                          points),
                  2,
                  QualityGate.OPEN)
              .enrol(people(), Progress.SILENT);
      assertThat(enrolment.faces().size() + enrolment.problems().size()).isEqualTo(12);
      Gallery gallery =
          Gallery.empty(encoder.embedder().id(), embedder.card().files().get(0).sha256())
              .with(enrolment.faces());
      System.out.println(detectorId + " + " + embedderId + " " + enrolment.problems());
      identify(gallery, finder, encoder, leastRight, mostWrong);
    }
  }

  /** The first two portraits of each, under names in Chinese and with an emoji. */
  private Path people() throws Exception {
    Path people = Files.createDirectory(folder.resolve("\u4eba \ud83d\ude42"));
    for (String name : List.of("ada", "bo", "chidi", "dora", "emil", "farah")) {
      Path person = Files.createDirectory(people.resolve(name + ZHANG));
      for (int i = 1; i <= 2; i++) {
        String photo = name + "_" + i + ".jpg";
        Files.copy(
            SAMPLES.resolve("portraits").resolve(name).resolve(photo), person.resolve(photo));
      }
    }
    return people;
  }

  private static List<Face> faces(FaceDetector finder, FaceEncoder encoder, Path photo)
      throws FacesException {
    Pyramid pyramid = Pyramid.of(PhotoReader.read(photo));
    return encoder.encode(
        pyramid,
        Nms.iou(finder.overlap()).suppress(finder.candidates(pyramid.photo(), finder.threshold())));
  }

  private static void identify(
      Gallery gallery, FaceDetector finder, FaceEncoder encoder, int leastRight, int mostWrong)
      throws Exception {
    Map<String, List<Map<String, String>>> truth = new LinkedHashMap<>();
    for (Map<String, String> row : Reference.rows(SAMPLES.resolve("faces.csv"))) {
      if (!row.get("image").matches(".*_[12]\\.jpg|variants.*")
          || row.get("image").startsWith("groups")) {
        truth.computeIfAbsent(row.get("image"), k -> new java.util.ArrayList<>()).add(row);
      }
    }
    NameThreshold threshold =
        NamingRule.of(0, encoder.embedder(), Path.of("target", "no-models"))
            .threshold(Cohort.of(gallery.faces()));
    System.out.println(threshold);
    Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    int right = 0;
    int wrong = 0;
    int strangers = 0;
    int named = 0;
    for (String image : truth.keySet()) {
      List<Face> found = faces(finder, encoder, SAMPLES.resolve(image));
      for (Map<String, String> row : truth.get(image)) {
        if (Reference.number(row, "occluded") > 0.75) {
          continue;
        }
        String identity = row.get("identity");
        String who = who(gallery, threshold.value(), found, Reference.box(row, ""));
        boolean name = !who.equals("unknown") && !who.equals("not found");
        if (gallery.people().contains(identity + ZHANG)) {
          right += who.equals(identity) ? 1 : 0;
          wrong += name && !who.equals(identity) ? 1 : 0;
        } else {
          strangers++;
          named += name ? 1 : 0;
        }
        confusion.computeIfAbsent(identity, k -> new TreeMap<>()).merge(who, 1, Integer::sum);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d rightly named, %d wrongly, %d of %d strangers named; %s%n",
        right,
        wrong,
        named,
        strangers,
        confusion);
    assertThat(right).as("rightly named").isGreaterThanOrEqualTo(leastRight);
    assertThat(wrong).as("wrongly named").isLessThanOrEqualTo(mostWrong);
    assertThat(named).as("strangers named").isZero();
    assertThat(strangers).isEqualTo(6);
  }

  private static String who(Gallery gallery, double threshold, List<Face> found, Box box) {
    return found.stream()
        .max(Comparator.comparingDouble((Face f) -> f.box().iou(box)))
        .filter(f -> f.box().iou(box) > 0.3)
        .map(
            f ->
                Identification.of(
                        gallery, f.embedding().orElseThrow(), Distance.COSINE, threshold, 3)
                    .name()
                    .replace(ZHANG, ""))
        .orElse("not found");
  }
}
