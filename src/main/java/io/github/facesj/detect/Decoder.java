package io.github.facesj.detect;

import io.github.facesj.face.Face;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the numbers of one family of detection networks as faces: a pure function, tested without
 * any engine.
 */
interface Decoder {

  /**
   * Adds all candidates, doubles included.
   *
   * @param outputs the values of an output by its name, row-major
   * @param width width of the canvas that the network saw
   * @param height height of the canvas
   * @param floor lowest score
   * @param found receives faces in pixels of the canvas, not clipped to it
   * @throws IllegalArgumentException if the numbers are not those of such a network: wrong count,
   *     or not finite
   */
  void decode(
      Function<String, float[]> outputs, int width, int height, double floor, List<Face> found);
}
