package io.github.facesj.detect;

import io.github.facesj.face.Landmarks;

/**
 * How much five points look like an upright face: the real part of the complex correlation with an
 * average face. 1 for its exact shape standing upright, 0 for one lying on its side, -1 on its
 * head, and nearer to 0 the less the points look like any face. Size and place do not matter.
 */
final class Uprightness {

  /**
   * An average face: ArcFace's alignment template (deepinsight/insightface, {@code face_align.py}),
   * x0, y0, ..., here round its centre.
   */
  private static final double[] FACE =
      centred(
          new double[] {
            38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041
          });

  private Uprightness() {}

  static double of(Landmarks points) {
    double[] p = centred(points.toArray());
    double common = 0;
    double own = 0;
    double face = 0;
    for (int i = 0; i < FACE.length; i++) {
      common += FACE[i] * p[i];
      own += p[i] * p[i];
      face += FACE[i] * FACE[i];
    }
    return own > 0 ? common / Math.sqrt(own * face) : 0;
  }

  private static double[] centred(double[] xy) {
    double[] centred = new double[xy.length];
    for (int axis = 0; axis < 2; axis++) {
      double mean = 0;
      for (int i = axis; i < xy.length; i += 2) {
        mean += xy[i] * 2 / xy.length;
      }
      for (int i = axis; i < xy.length; i += 2) {
        centred[i] = xy[i] - mean;
      }
    }
    return centred;
  }
}
