package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.List;
import java.util.function.Function;

/**
 * FacesJ's own detector, whose graph gives corners and points in pixels of the canvas already.
 *
 * @param strides pixels between cells of each level
 * @param scores output of one score for each cell
 * @param boxes output of x1, y1, x2, y2 for each cell
 * @param points output of x0, y0, ... y4 for each cell
 */
record FacesJDecoder(int[] strides, String scores, String boxes, String points) implements Decoder {

  @Override
  public void decode(
      Function<String, float[]> outputs, int width, int height, double floor, List<Face> found) {
    int n = 0;
    for (int stride : strides) {
      n += (width / stride) * (height / stride);
    }
    float[] score = Output.get(outputs, scores, n);
    float[] box = Output.get(outputs, boxes, 4 * n);
    float[] point = Output.get(outputs, points, Output.POINTS * n);
    for (int i = 0; i < n; i++) {
      if (Output.below(score[i], floor)) {
        continue;
      }
      double[] xy = new double[Output.POINTS];
      for (int k = 0; k < xy.length; k++) {
        xy[k] = point[Output.POINTS * i + k];
      }
      int b = 4 * i;
      found.add(
          Output.face(Box.ofCorners(box[b], box[b + 1], box[b + 2], box[b + 3]), score[i], xy));
    }
  }
}
