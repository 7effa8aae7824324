package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.List;
import java.util.function.Function;

/**
 * SCRFD (Guo et al. 2021; InsightFace): several anchors in each cell, boxes as distances from the
 * cell's corner to the four sides, in strides.
 *
 * @param strides pixels between cells of each level
 * @param anchors anchors in each cell
 * @param scores outputs of the scores, one for each level
 * @param boxes outputs of left, top, right, bottom, one for each level
 * @param points outputs of the points, one for each level
 */
record ScrfdDecoder(
    int[] strides, int anchors, List<String> scores, List<String> boxes, List<String> points)
    implements Decoder {

  @Override
  public void decode(
      Function<String, float[]> outputs, int width, int height, double floor, List<Face> found) {
    for (int level = 0; level < strides.length; level++) {
      int stride = strides[level];
      int columns = width / stride;
      int n = columns * (height / stride) * anchors;
      float[] score = Output.get(outputs, scores.get(level), n);
      float[] box = Output.get(outputs, boxes.get(level), 4 * n);
      float[] point = Output.get(outputs, points.get(level), Output.POINTS * n);
      for (int i = 0; i < n; i++) {
        if (Output.below(score[i], floor)) {
          continue;
        }
        int cell = i / anchors;
        int row = cell / columns;
        double x = (double) (cell % columns) * stride;
        double y = (double) row * stride;
        int b = 4 * i;
        double[] xy = new double[Output.POINTS];
        for (int k = 0; k < xy.length; k += 2) {
          xy[k] = x + (double) point[Output.POINTS * i + k] * stride;
          xy[k + 1] = y + (double) point[Output.POINTS * i + k + 1] * stride;
        }
        Box at =
            Box.ofCorners(
                x - (double) box[b] * stride,
                y - (double) box[b + 1] * stride,
                x + (double) box[b + 2] * stride,
                y + (double) box[b + 3] * stride);
        found.add(Output.face(at, score[i], xy));
      }
    }
  }
}
