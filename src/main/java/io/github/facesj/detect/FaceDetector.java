package io.github.facesj.detect;

import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import java.util.List;

/**
 * One detection model at work on one picture as it is: no flips, no tiles, no suppression of
 * doubles. For one thread at a time, because it reuses its buffers; the networks behind it may be
 * shared with other detectors and stay their owner's to close.
 */
public interface FaceDetector {

  /**
   * All candidates of the network.
   *
   * @param image the picture
   * @param floor lowest score, 0 to 1
   * @return faces in pixels of {@code image}, best score first, doubles included; boxes are not
   *     clipped to the picture
   * @throws FacesException if the network fails or gives what its card does not promise
   * @throws IllegalArgumentException if the floor is not between 0 and 1
   */
  List<Face> candidates(FaceImage image, double floor) throws FacesException;

  /** Id of the model. */
  String id();

  /** The score from which this model's card calls a candidate a face. */
  double threshold();

  /** The overlap (IoU) above which this model's card calls two candidates one face. */
  double overlap();

  /**
   * Whether every picture is brought to one size, so that enlarging it beforehand changes nothing.
   */
  boolean fits();

  /**
   * Size in pixels to which a larger picture is reduced for one more look, so that a face as large
   * as the picture is found: the short side, of which faces have their best scores at that size;
   * the long side, in the middle of a canvas twice as large, where the network brings every picture
   * to one size. 0 where it needs none.
   */
  int overview();
}
