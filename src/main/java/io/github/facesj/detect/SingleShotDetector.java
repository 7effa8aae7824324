package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Letterbox;
import io.github.facesj.model.Network;
import io.github.facesj.model.Outputs;
import io.github.facesj.model.Tensor;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A detector of one network: canvas, network, decoder, and back to the picture. */
final class SingleShotDetector implements FaceDetector {

  private final String id;
  private final Network network;
  private final DetectorPreprocessor feed;
  private final Decoder decoder;
  private final Defaults defaults;

  /**
   * What the card says about the candidates.
   *
   * @param threshold score from which they are faces
   * @param overlap from which two are one
   * @param most only so many of the best are looked at
   * @param overview long side of the reduced look at large pictures, or 0
   */
  record Defaults(double threshold, double overlap, int most, int overview) {}

  SingleShotDetector(
      String id, Network network, DetectorPreprocessor feed, Decoder decoder, Defaults defaults) {
    this.id = id;
    this.network = network;
    this.feed = feed;
    this.decoder = decoder;
    this.defaults = defaults;
  }

  @Override
  public List<Face> candidates(FaceImage image, double floor) throws FacesException {
    Scores.require(floor);
    Letterbox place = feed.place(image);
    Tensor tensor = feed.feed(image, place);
    List<Face> found = new ArrayList<>();
    try {
      Outputs outputs = network.run(tensor);
      decoder.decode(outputs::get, place.canvasWidth(), place.canvasHeight(), floor, found);
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The model %s gave what cannot be read as faces. %s.", id, Reason.of(e)),
          e);
    }
    return found.stream()
        .map(face -> toPicture(face, place))
        .sorted(FaceOrder.BEST_FIRST)
        .limit(defaults.most())
        .toList();
  }

  private static Face toPicture(Face face, Letterbox place) {
    Box b = face.box();
    Box box =
        new Box(
            place.toPictureX(b.x()),
            place.toPictureY(b.y()),
            b.width() * place.scaleX(),
            b.height() * place.scaleY());
    if (face.points().isEmpty()) {
      return Face.of(box, face.score());
    }
    double[] xy = face.points().get().toArray();
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] = place.toPictureX(xy[i]);
      xy[i + 1] = place.toPictureY(xy[i + 1]);
    }
    return Face.of(box, face.score(), Landmarks.of(face.points().get().scheme(), xy));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public double threshold() {
    return defaults.threshold();
  }

  @Override
  public double overlap() {
    return defaults.overlap();
  }

  @Override
  public boolean fits() {
    return feed.fits();
  }

  @Override
  public int overview() {
    return defaults.overview();
  }
}
