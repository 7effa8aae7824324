package io.github.facesj.embed;

import io.github.facesj.model.ModelCard;
import io.github.facesj.run.FacesException;

/** Whose five points a face is aligned by. */
public enum PointSource {
  /** The detector's own. */
  DETECTOR,
  /** Those of the landmark model: eye centres, nose tip, mouth corners. */
  LANDMARKS;

  /**
   * What the cards recommend: landmarks where the detector's says that its own points are worse.
   *
   * @param detector card of a detection model
   */
  public static PointSource recommended(ModelCard detector) throws FacesException {
    return detector.settings().choice("align-by", DETECTOR);
  }

  /** The same, where an embedder may recommend landmarks, too. */
  public static PointSource recommended(ModelCard detector, PointSource ofEmbedder)
      throws FacesException {
    return ofEmbedder == LANDMARKS ? LANDMARKS : recommended(detector);
  }
}
