package io.github.facesj.align;

import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Similarity;
import java.util.Locale;

/**
 * The similarity transform that brings points onto others with the least sum of squared distances:
 * Umeyama, Least-squares estimation of transformation parameters between two point patterns, IEEE
 * PAMI 1991. In the plane his solution without reflection has a closed form: with the points as
 * complex numbers about their means, the factor is {@code sum(conj(p) q) / sum(|p|^2)}.
 */
final class Umeyama {

  private Umeyama() {}

  /**
   * @param from points of a face
   * @param to where they should go, in the same order
   * @throws IllegalArgumentException if the schemes differ, or all points of one side coincide
   */
  public static Similarity fit(Landmarks from, Landmarks to) {
    if (from.scheme() != to.scheme()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Points of scheme %s cannot be brought onto points of scheme %s.",
              from.scheme(),
              to.scheme()));
    }
    int n = from.size();
    double fx = 0;
    double fy = 0;
    double gx = 0;
    double gy = 0;
    for (int i = 0; i < n; i++) {
      fx += from.x(i) / n;
      fy += from.y(i) / n;
      gx += to.x(i) / n;
      gy += to.y(i) / n;
    }
    double re = 0;
    double im = 0;
    double norm = 0;
    for (int i = 0; i < n; i++) {
      double px = from.x(i) - fx;
      double py = from.y(i) - fy;
      double qx = to.x(i) - gx;
      double qy = to.y(i) - gy;
      re += px * qx + py * qy;
      im += px * qy - py * qx;
      norm += px * px + py * py;
    }
    if (!(norm > 0) || (re == 0 && im == 0)) {
      throw new IllegalArgumentException(
          "The points of a face all lie in one place, so it cannot be aligned: " + from);
    }
    double a = re / norm;
    double b = im / norm;
    return new Similarity(a, b, gx - (a * fx - b * fy), gy - (b * fx + a * fy));
  }
}
