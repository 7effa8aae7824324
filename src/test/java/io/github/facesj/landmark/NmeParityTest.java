package io.github.facesj.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.Reference;
import io.github.facesj.detect.Detectors;
import io.github.facesj.detect.FaceDetector;
import io.github.facesj.detect.Nms;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.metrics.LandmarkError;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Errors on the 770 test images are those of reference-outputs/nme.md; of our own networks, which
 * are newer than these, those that were measured when they were shipped. Printed for docs.
 */
@Tag("real")
class NmeParityTest {

  /** A photo, its points, and the face each detector finds in it: the same for all networks. */
  private record Frame(Pyramid photo, Landmarks points, Optional<Face> yunet, Optional<Face> own) {}

  /** What a network finds in it: from the box of the points, and from the faces found. */
  private record Found(Landmarks byPoints, Optional<Landmarks> byYunet, Optional<Landmarks> byOwn) {

    static Found of(FaceLandmarker landmarker, Frame frame) {
      try {
        List<Box> box = List.of(frame.points().bounds());
        return new Found(
            landmarker.ofPointBoxes(frame.photo(), box, Sampling.BILINEAR).get(0),
            in(landmarker, frame, frame.yunet()),
            in(landmarker, frame, frame.own()));
      } catch (FacesException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Optional<Landmarks> in(
        FaceLandmarker landmarker, Frame frame, Optional<Face> face) throws FacesException {
      return face.isEmpty()
          ? Optional.empty()
          : landmarker
              .find(frame.photo(), List.of(face.get()), Sampling.BILINEAR)
              .get(0)
              .landmarks();
    }
  }

  private static List<Frame> frames;

  @BeforeAll
  static void read() throws Exception {
    Path folder = Reference.path("photos/landmarks68-test");
    List<Frame> all = new ArrayList<>();
    try (OpenModel yunet = Reference.open("yunet");
        OpenModel facesj = Reference.open("facesj-detector")) {
      FaceDetector yunetDetector = Detectors.of(yunet);
      FaceDetector facesjDetector = Detectors.of(facesj);
      for (Map<String, String> row : Reference.rows(folder.resolve("keypoints.csv"))) {
        double[] xy = new double[136];
        for (int i = 0; i < xy.length; i++) {
          xy[i] = Reference.number(row, Integer.toString(i));
        }
        Landmarks points = Landmarks.of(LandmarkScheme.IBUG68, xy);
        Pyramid photo = Pyramid.of(PhotoReader.read(folder.resolve(row.get(""))));
        Optional<Face> byYunet = nearest(yunetDetector, photo, points.bounds());
        all.add(new Frame(photo, points, byYunet, nearest(facesjDetector, photo, points.bounds())));
      }
    }
    frames = all;
  }

  @AfterAll
  static void forget() {
    frames = null;
  }

  /** The last two columns: errors of the reference in per cent, 0 where it has none. */
  @ParameterizedTest
  @CsvSource({
    "facesj-landmarks68, 4.746, 4.860",
    "sam-googlenet-68, 5.259, 5.418",
    "pfld-68, 5.710, 5.837",
    "pfld-68-batch, 5.696, 6.552",
  })
  void errorOnTheTestImages(String id, double truthBoxes, double yunetBoxes) throws Exception {
    LandmarkError truth = new LandmarkError(LandmarkError.Normaliser.INTER_OCULAR);
    LandmarkError detected = new LandmarkError(LandmarkError.Normaliser.INTER_OCULAR);
    LandmarkError own = new LandmarkError(LandmarkError.Normaliser.INTER_OCULAR);
    try (OpenModel model = Reference.open(id)) {
      FaceLandmarker landmarker = FaceLandmarker.of(model);
      List<Found> all = frames.parallelStream().map(frame -> Found.of(landmarker, frame)).toList();
      for (int i = 0; i < all.size(); i++) {
        Landmarks points = frames.get(i).points();
        truth.add(all.get(i).byPoints(), points);
        add(detected, all.get(i).byYunet(), points);
        add(own, all.get(i).byOwn(), points);
      }
    }
    assertThat(truth.count()).isEqualTo(770);
    System.out.printf(
        Locale.ROOT,
        "NME %s: true boxes %.3f (median %.3f), yunet %.3f (%d missed), facesj-detector %.3f (%d"
            + " missed); AUC@0.08 %.4f, failures %.4f, by part %s%n",
        id,
        100 * truth.mean(),
        100 * truth.median(),
        100 * detected.mean(),
        detected.missed(),
        100 * own.mean(),
        own.missed(),
        truth.areaUnderCurve(LandmarkError.LIMIT),
        truth.failureRate(LandmarkError.LIMIT),
        truth.byPart());
    assertThat(100 * truth.mean()).isCloseTo(truthBoxes, within(0.1));
    assertThat(100 * detected.mean()).isLessThan(yunetBoxes + 0.1);
    assertThat(detected.missed()).isZero();
  }

  private static Optional<Face> nearest(FaceDetector detector, Pyramid photo, Box box)
      throws Exception {
    return Nms.iou(detector.overlap())
        .suppress(detector.candidates(photo.photo(), Math.min(0.5, detector.threshold())))
        .stream()
        .min(
            Comparator.comparingDouble(
                f ->
                    Math.hypot(
                        f.box().centerX() - box.centerX(), f.box().centerY() - box.centerY())));
  }

  private static void add(LandmarkError error, Optional<Landmarks> found, Landmarks truth) {
    if (found.isEmpty()) {
      error.addMissed();
    } else {
      error.add(found.get(), truth);
    }
  }
}
