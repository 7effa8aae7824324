package io.github.facesj.detect;

import io.github.facesj.image.Resampling;
import io.github.facesj.image.ResizeMode;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Settings;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.util.Locale;

/** Makes detectors of opened models, as their cards say. */
public final class Detectors {

  private Detectors() {}

  /**
   * A detector with buffers of its own on networks that stay the caller's to close. Several
   * detectors, one for each thread, may share one model.
   *
   * @throws FacesException if the card asks for what FacesJ does not know, with file and key
   * @throws IllegalArgumentException if the model is not for detection
   */
  public static FaceDetector of(OpenModel model) throws FacesException {
    if (model.card().task() != Task.DETECTION) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The model %s does not detect faces.", model.card().id()));
    }
    Settings settings = model.card().settings();
    Decoders.Family family = settings.choice("decoder", Decoders.Family.class);
    double threshold = share(settings, "threshold");
    double overlap = share(settings, "overlap");
    FaceDetector detector;
    if (family == Decoders.Family.MTCNN) {
      detector = new MtcnnDetector(model, MtcnnSettings.read(settings), threshold, overlap);
    } else {
      ResizeMode fit = settings.choice("resize", ResizeMode.class);
      Resampling resampling = settings.choice("interpolation", Resampling.BILINEAR);
      int most = settings.whole("candidates", Integer.MAX_VALUE);
      if (most < 1) {
        throw settings.wrong("candidates", "at least 1", most);
      }
      int overview = settings.whole("overview", 0);
      if (overview < 0) {
        throw settings.wrong("overview", "0 or more", overview);
      }
      detector =
          new SingleShotDetector(
              model.card().id(),
              model.network(),
              new DetectorPreprocessor(model.card().input(), fit, resampling),
              Decoders.of(family, settings),
              new SingleShotDetector.Defaults(threshold, overlap, most, overview));
    }
    String alignBy = settings.text("align-by", "detector"); // for the stages that come after
    if (!alignBy.equals("detector") && !alignBy.equals("landmarks")) {
      throw settings.wrong("align-by", "detector or landmarks", alignBy);
    }
    settings.refuseUnread();
    return detector;
  }

  /**
   * Score from which a detector of this card takes something for a face.
   *
   * @throws FacesException if the card does not say
   */
  public static double threshold(ModelCard card) throws FacesException {
    return share(card.settings(), "threshold");
  }

  /**
   * Overlap (IoU) from which it takes two faces for one.
   *
   * @throws FacesException if the card does not say
   */
  public static double overlap(ModelCard card) throws FacesException {
    return share(card.settings(), "overlap");
  }

  private static double share(Settings settings, String key) throws FacesException {
    double value = settings.number(key);
    if (value < 0 || value > 1) {
      throw settings.wrong(key, "between 0 and 1", value);
    }
    return value;
  }
}
