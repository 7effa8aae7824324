package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.List;
import java.util.function.Function;

/**
 * RetinaFace (Deng et al. 2020) as in biubug6/Pytorch_Retinaface: square priors of fixed sizes in
 * each cell, boxes and points as offsets from them in variances (SSD's coding).
 *
 * @param strides pixels between cells of each level
 * @param sizes sides of the priors in pixels, the same number for each level, level by level
 * @param centre variance of centres and points, .1 in the original
 * @param side variance of the logarithms of width and height, .2 in the original
 * @param scores output of two probabilities for each prior: none, face
 * @param boxes output of the four offsets of the box
 * @param points output of the ten offsets of the points
 */
record RetinaFaceDecoder(
    int[] strides,
    double[] sizes,
    double centre,
    double side,
    String scores,
    String boxes,
    String points)
    implements Decoder {

  @Override
  public void decode(
      Function<String, float[]> outputs, int width, int height, double floor, List<Face> found) {
    int perCell = sizes.length / strides.length;
    int n = 0;
    for (int stride : strides) {
      n += cells(width, stride) * cells(height, stride) * perCell;
    }
    float[] score = Output.get(outputs, scores, 2 * n);
    float[] box = Output.get(outputs, boxes, 4 * n);
    float[] point = Output.get(outputs, points, Output.POINTS * n);
    int i = 0;
    for (int level = 0; level < strides.length; level++) {
      int columns = cells(width, strides[level]);
      int cells = columns * cells(height, strides[level]);
      for (int prior = 0; prior < cells * perCell; prior++, i++) {
        double s = score[2 * i + 1];
        if (!Output.below(s, floor)) {
          int cell = prior / perCell;
          int row = cell / columns;
          double x = (cell % columns + 0.5) * strides[level];
          double y = (row + 0.5) * strides[level];
          found.add(face(x, y, sizes[level * perCell + prior % perCell], s, box, point, i));
        }
      }
    }
  }

  private static int cells(int side, int stride) {
    return (side + stride - 1) / stride;
  }

  private Face face(
      double x, double y, double size, double score, float[] box, float[] point, int i) {
    double unit = centre * size;
    double w = size * Math.exp(box[4 * i + 2] * side);
    double h = size * Math.exp(box[4 * i + 3] * side);
    double left = x + box[4 * i] * unit - w / 2;
    double top = y + box[4 * i + 1] * unit - h / 2;
    double[] xy = new double[Output.POINTS];
    for (int k = 0; k < xy.length; k += 2) {
      xy[k] = x + point[Output.POINTS * i + k] * unit;
      xy[k + 1] = y + point[Output.POINTS * i + k + 1] * unit;
    }
    return Output.face(new Box(left, top, w, h), score, xy);
  }
}
