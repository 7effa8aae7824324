package io.github.facesj.landmark;

import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;

/**
 * The head pose at which {@link MeanFace}, seen from afar, comes nearest to a face's points. Angles
 * are against the line of sight to the face; at the edge of a wide-angle photo that differs from
 * the camera's axis by up to half its angle of view. Fitted by least squares over yaw, pitch, roll,
 * size and place (Levenberg-Marquardt on the four that remain when the place is taken out by
 * means).
 *
 * @param pose the angles
 * @param residual root of the mean squared distance of the points, divided by the distance of the
 *     outer eye corners of the fitted face as it would be seen from the front; a large value means
 *     an expression, a bad fit, or an unusual face
 */
public record PoseFit(HeadPose pose, double residual) {

  private static final int STEPS = 50;
  private static final double ENOUGH = 1e-10;

  /**
   * Fits.
   *
   * @param points in pixels of an upright image; 68 or five. Of other schemes the five are used
   */
  public static PoseFit of(Landmarks points) {
    boolean many = points.scheme() == LandmarkScheme.IBUG68;
    double[][] model = many ? MeanFace.rigid() : MeanFace.five();
    Landmarks five = points.toFive();
    double[][] seen = new double[model.length][];
    for (int i = 0; i < seen.length; i++) {
      int p = many ? MeanFace.RIGID.get(i) : i;
      seen[i] =
          many ? new double[] {points.x(p), points.y(p)} : new double[] {five.x(p), five.y(p)};
    }
    return of(centred(model), centred(seen), five);
  }

  private static PoseFit of(double[][] model, double[][] seen, Landmarks five) {
    double dx = five.x(1) - five.x(0);
    double dy = five.y(1) - five.y(0);
    double eyes = Math.max(Math.hypot(dx, dy), 1e-6);
    double[] best = {0, 0, Math.atan2(dy, dx), Math.log(eyes)};
    double[] residuals = residuals(best, model, seen);
    double lambda = 1e-3;
    for (int step = 0; step < STEPS; step++) {
      double[] change = step(best, residuals, model, seen, lambda);
      double[] next = best.clone();
      for (int k = 0; k < 4; k++) {
        next[k] += change[k];
      }
      double[] nextResiduals = residuals(next, model, seen);
      double gain = sum(residuals) - sum(nextResiduals);
      if (gain > 0) {
        boolean done = gain < ENOUGH * sum(residuals);
        best = next;
        residuals = nextResiduals;
        lambda /= 10;
        if (done) {
          break;
        }
      } else if (lambda > 1e6) {
        break;
      } else {
        lambda *= 10;
      }
    }
    double rms = Math.sqrt(sum(residuals) / seen.length);
    return new PoseFit(
        new HeadPose(degrees(best[0]), degrees(best[1]), degrees(best[2])),
        rms / Math.exp(best[3]));
  }

  /** Within -180 to 180. */
  private static double degrees(double radians) {
    return Math.toDegrees(Math.atan2(Math.sin(radians), Math.cos(radians)));
  }

  /**
   * Where a point of the head is seen: {@code Ry(yaw) Rx(-pitch) Rz(-roll)} with x to the right, y
   * up and z to the viewer, then y turned down.
   */
  static double[] project(double yaw, double pitch, double roll, double[] p) {
    double cr = Math.cos(-roll);
    double sr = Math.sin(-roll);
    double x1 = cr * p[0] - sr * p[1];
    double y1 = sr * p[0] + cr * p[1];
    double cp = Math.cos(-pitch);
    double sp = Math.sin(-pitch);
    double y2 = cp * y1 - sp * p[2];
    double z2 = sp * y1 + cp * p[2];
    double x3 = Math.cos(yaw) * x1 + Math.sin(yaw) * z2;
    return new double[] {x3, -y2};
  }

  private static double[] residuals(double[] v, double[][] model, double[][] seen) {
    double scale = Math.exp(v[3]);
    double[] r = new double[2 * seen.length];
    for (int i = 0; i < seen.length; i++) {
      double[] q = project(v[0], v[1], v[2], model[i]);
      r[2 * i] = scale * q[0] - seen[i][0];
      r[2 * i + 1] = scale * q[1] - seen[i][1];
    }
    return r;
  }

  private static double[] step(
      double[] v, double[] r, double[][] model, double[][] seen, double lambda) {
    double h = 1e-6;
    double[][] jacobian = new double[4][];
    for (int k = 0; k < 4; k++) {
      double[] moved = v.clone();
      moved[k] += h;
      jacobian[k] = residuals(moved, model, seen);
      for (int i = 0; i < r.length; i++) {
        jacobian[k][i] = (jacobian[k][i] - r[i]) / h;
      }
    }
    double[][] normal = new double[4][5];
    for (int a = 0; a < 4; a++) {
      for (int i = 0; i < r.length; i++) {
        for (int b = 0; b < 4; b++) {
          normal[a][b] += jacobian[a][i] * jacobian[b][i];
        }
        normal[a][4] -= jacobian[a][i] * r[i];
      }
      normal[a][a] = normal[a][a] * (1 + lambda) + 1e-12;
    }
    return solve(normal);
  }

  /** Gauss with the largest pivot; the matrix is positive definite. */
  static double[] solve(double[][] m) {
    int n = m.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
      }
      double[] swap = m[c];
      m[c] = m[pivot];
      m[pivot] = swap;
      for (int r = 0; r < n; r++) {
        double f = r == c ? 0 : m[r][c] / m[c][c];
        for (int k = c; k <= n; k++) {
          m[r][k] -= f * m[c][k];
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = m[i][n] / m[i][i];
    }
    return x;
  }

  private static double sum(double[] r) {
    double sum = 0;
    for (double v : r) {
      sum += v * v;
    }
    return sum;
  }

  private static double[][] centred(double[][] points) {
    int n = points.length;
    double[][] centred = new double[n][points[0].length];
    for (int k = 0; k < points[0].length; k++) {
      double mean = 0;
      for (double[] p : points) {
        mean += p[k] / n;
      }
      for (int i = 0; i < n; i++) {
        centred[i][k] = points[i][k] - mean;
      }
    }
    return centred;
  }
}
