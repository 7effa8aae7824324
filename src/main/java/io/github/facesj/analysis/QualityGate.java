package io.github.facesj.analysis;

import io.github.facesj.embed.FaceQuality;
import io.github.facesj.face.Face;
import io.github.facesj.image.Pyramid;
import io.github.facesj.run.FacesException;
import java.util.Locale;

/**
 * Asks for good faces.
 *
 * @param least smallest {@link FaceQuality#value()}, 0 to 1; 0 lets every face pass
 */
public record QualityGate(double least) {

  /** Lets every face pass. */
  public static final QualityGate OPEN = new QualityGate(0);

  /**
   * @throws IllegalArgumentException if the number is not between 0 and 1
   */
  public QualityGate {
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException(
          "The least quality must be between 0 and 1, but was " + least + ".");
    }
  }

  /**
   * @param photo the picture, prepared
   * @throws FacesException if the face is worse, with both figures
   */
  public void require(Pyramid photo, Face face) throws FacesException {
    if (least == 0) {
      return;
    }
    double quality = FaceQuality.of(photo, face).value();
    if (quality < least) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The quality of the face is %.2f, less than %.2f, so the photo was not enrolled.",
              quality,
              least));
    }
  }
}
