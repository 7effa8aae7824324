package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.List;
import java.util.function.Function;

/**
 * YuNet (Wu, Peng and Yu 2023; ShiqiYu/libfacedetection.train): anchor-free cells, offsets in
 * strides, sizes as logarithms. The outputs of each level are called by a prefix, an underscore and
 * the stride.
 *
 * @param strides pixels between cells of each level
 * @param score how class and object score become one
 * @param classes prefix of the class scores
 * @param objects prefix of the object scores
 * @param boxes prefix of the boxes
 * @param points prefix of the points
 */
record YuNetDecoder(
    int[] strides, Score score, String classes, String objects, String boxes, String points)
    implements Decoder {

  /** How class and object score become one. */
  enum Score {
    /** The square root of the product: OpenCV's FaceDetectorYN. */
    GEOMETRIC_MEAN,
    /** The product: the repository's own compare_inference.py. */
    PRODUCT;

    double of(float c, float o) {
      double product = (double) clamp(c) * clamp(o);
      return this == PRODUCT ? product : Math.sqrt(product);
    }

    private static float clamp(float v) {
      return Math.max(0, Math.min(1, v));
    }
  }

  @Override
  public void decode(
      Function<String, float[]> outputs, int width, int height, double floor, List<Face> found) {
    for (int stride : strides) {
      int columns = width / stride;
      int n = columns * (height / stride);
      float[] cls = Output.get(outputs, classes + "_" + stride, n);
      float[] obj = Output.get(outputs, objects + "_" + stride, n);
      float[] box = Output.get(outputs, boxes + "_" + stride, 4 * n);
      float[] point = Output.get(outputs, points + "_" + stride, Output.POINTS * n);
      for (int i = 0; i < n; i++) {
        double s = score.of(cls[i], obj[i]);
        if (!Output.below(s, floor)) {
          found.add(face(i % columns, i / columns, stride, s, box, 4 * i, point));
        }
      }
    }
  }

  private static Face face(
      int column, int row, int stride, double score, float[] box, int b, float[] point) {
    double w = Math.exp(box[b + 2]) * stride;
    double h = Math.exp(box[b + 3]) * stride;
    double cx = ((double) column + box[b]) * stride;
    double cy = ((double) row + box[b + 1]) * stride;
    double[] xy = new double[Output.POINTS];
    int p = b / 4 * Output.POINTS;
    for (int k = 0; k < xy.length; k += 2) {
      xy[k] = ((double) column + point[p + k]) * stride;
      xy[k + 1] = ((double) row + point[p + k + 1]) * stride;
    }
    return Output.face(new Box(cx - w / 2, cy - h / 2, w, h), score, xy);
  }
}
