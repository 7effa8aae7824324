package io.github.facesj.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.metrics.DetectionTally;
import io.github.facesj.metrics.PrecisionRecall;
import io.github.facesj.model.OpenModel;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FacesJ's own detector on the rendered sample images. */
class SampleImagesTest {

  private static final Logger LOG = Logger.getLogger("samples");

  @Test
  void findsTheFacesThatWereRendered() throws Exception {
    DetectionTally tally = new DetectionTally(0.5);
    try (OpenModel model = Samples.model()) {
      FaceSearch search = new FaceSearch(Detectors.of(model), SearchOptions.defaults());
      for (Map.Entry<String, List<Box>> photo : Samples.truth().entrySet()) {
        FaceImage image = PhotoReader.read(Samples.FOLDER.resolve(photo.getKey()));
        tally.add(search.search(image, Progress.SILENT).select(), photo.getValue(), List.of());
      }
      PrecisionRecall.Point at = tally.curve().at(search.threshold());
      LOG.info(
          () ->
              String.format(
                  Locale.ROOT,
                  "sample images, IoU 0.5: %d faces, recall %.3f, precision %.3f, AP %.3f",
                  tally.curve().faces(),
                  at.recall(),
                  at.precision(),
                  tally.curve().averagePrecision()));
      assertThat(at.recall()).isGreaterThanOrEqualTo(0.85);
      assertThat(at.precision()).isGreaterThanOrEqualTo(0.85);
    }
  }

  /** Faces of 500 pixels, larger than the network knows. */
  @Test
  void findsTheFacesOfALargePhoto() throws Exception {
    FaceImage photo = PhotoReader.read(Samples.FOLDER.resolve("groups/group_1.jpg"));
    int w = 3 * photo.width();
    int h = 3 * photo.height();
    int[] large = new int[w * h];
    for (int i = 0; i < large.length; i++) {
      large[i] = photo.pixels()[i / w / 3 * photo.width() + i % w / 3];
    }
    try (OpenModel model = Samples.model()) {
      FaceSearch search = new FaceSearch(Detectors.of(model), SearchOptions.defaults());
      DetectionTally tally = new DetectionTally(0.5);
      List<Box> truth =
          Samples.truth().get("groups/group_1.jpg").stream()
              .map(b -> new Box(3 * b.x(), 3 * b.y(), 3 * b.width(), 3 * b.height()))
              .toList();
      tally.add(
          search.search(FaceImage.of(w, h, large), Progress.SILENT).select(), truth, List.of());
      assertThat(tally.curve().at(search.threshold()).recall()).isEqualTo(1);
    }
  }

  /** Faces of 9 pixels, of which no landmark could be had, and what the README says of them. */
  @Test
  void passesOverTinyFacesUnlessThePhotoIsEnlarged() throws Exception {
    FaceImage photo = PhotoReader.read(Samples.FOLDER.resolve("groups/group_2.jpg"));
    int w = photo.width() / 8;
    int h = photo.height() / 8;
    int[] pixels =
        new Resizer().resize(photo.pixels(), photo.width(), photo.height(), w, h, Resampling.AREA);
    FaceImage small = FaceImage.of(w, h, Arrays.copyOf(pixels, w * h));
    try (OpenModel model = Samples.model()) {
      FaceDetector detector = Detectors.of(model);
      SearchOptions enlarged = SearchOptions.builder().scales(List.of(1.0, 4.0)).build();
      assertThat(boxes(new FaceSearch(detector, SearchOptions.defaults()), small)).isEmpty();
      assertThat(boxes(new FaceSearch(detector, enlarged), small)).hasSize(4);
    }
  }

  /**
   * What is found in a turned photo is exactly what is found in the upright one, both searched in
   * all turns; and it is what one look at the upright photo finds, except where the detector is so
   * unsure of a face that it sees it better lying down.
   */
  @ParameterizedTest
  @ValueSource(strings = {"TURN_RIGHT", "UPSIDE_DOWN", "TURN_LEFT"})
  void findsTheSameFacesHoweverThePhotoIsTurned(Orientation turn) throws Exception {
    int faces = 0;
    List<String> other = new ArrayList<>();
    try (OpenModel model = Samples.model()) {
      FaceDetector detector = Detectors.of(model);
      FaceSearch plain = new FaceSearch(detector, SearchOptions.defaults());
      FaceSearch turns = new FaceSearch(detector, SearchOptions.builder().turns(true).build());
      for (String photo : Samples.truth().keySet()) {
        FaceImage upright = PhotoReader.read(Samples.FOLDER.resolve(photo));
        FaceImage turned = turn.upright(upright);
        List<Box> found =
            boxes(turns, turned).stream()
                .map(b -> turn.toStored(b, turned.width(), turned.height()))
                .toList();
        assertThat(unmatched(boxes(turns, upright), found)).as(photo).isEmpty();
        assertThat(unmatched(found, boxes(turns, upright))).as(photo).isEmpty();
        List<Box> once = boxes(plain, upright);
        faces += once.size();
        unmatched(once, found).forEach(b -> other.add(photo + " not " + b));
        unmatched(found, once).forEach(b -> other.add(photo + " but " + b));
      }
    }
    LOG.info(
        turn + ": " + faces + " faces, differing from one look at the upright photo: " + other);
    assertThat(other).hasSizeLessThanOrEqualTo(faces / 10);
  }

  private static List<Box> boxes(FaceSearch search, FaceImage image) throws FacesException {
    return search.search(image, Progress.SILENT).select().stream().map(Face::box).toList();
  }

  /** The boxes to which none of the others has an IoU of at least 0.8. */
  private static List<Box> unmatched(List<Box> boxes, List<Box> others) {
    return boxes.stream()
        .filter(b -> others.stream().mapToDouble(b::iou).max().orElse(0) < 0.8)
        .toList();
  }
}
