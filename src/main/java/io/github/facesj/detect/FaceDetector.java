package io.github.facesj.detect;

import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import java.util.List;

/**
 * One detection model at work on one picture as it is: no flips, no tiles, no suppression of
 * doubles. For one thread at a time, because it reuses its buffers.
 */
public interface FaceDetector extends AutoCloseable {

  /**
   * All candidates of the network.
   *
   * @param image the picture
   * @param floor lowest score, 0 to 1
   * @return faces in pixels of {@code image}, best score first, doubles included; boxes are not
   *     clipped to the picture
   * @throws FacesException if the network fails
   */
  List<Face> candidates(FaceImage image, double floor) throws FacesException;

  /** Frees the buffers and networks. */
  @Override
  void close();
}
