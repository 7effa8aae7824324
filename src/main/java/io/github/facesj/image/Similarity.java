package io.github.facesj.image;

import io.github.facesj.face.Landmarks;
import java.util.Locale;

/**
 * A map of the plane that turns, scales and moves, and never mirrors: {@code x' = a x - b y + tx},
 * {@code y' = b x + a y + ty}.
 *
 * @param a scale times the cosine of the angle
 * @param b scale times the sine of the angle
 * @param tx shift in x
 * @param ty shift in y
 */
public record Similarity(double a, double b, double tx, double ty) {

  /** Leaves everything where it is. */
  public static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

  /**
   * @throws IllegalArgumentException if a number is not finite or the scale is zero
   */
  public Similarity {
    if (!Double.isFinite(a + b + tx + ty) || (a == 0 && b == 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A similarity needs finite numbers and a scale above zero, but got a=%s, b=%s, tx=%s,"
                  + " ty=%s.",
              a,
              b,
              tx,
              ty));
    }
  }

  /** Scales about the origin, then moves. */
  public static Similarity scaleThenMove(double scale, double tx, double ty) {
    return new Similarity(scale, 0, tx, ty);
  }

  /** Length of an image of a unit length; always positive. */
  public double scale() {
    return Math.hypot(a, b);
  }

  public double x(double x, double y) {
    return a * x - b * y + tx;
  }

  public double y(double x, double y) {
    return b * x + a * y + ty;
  }

  /** The points of a face in the other frame. */
  public Landmarks apply(Landmarks points) {
    return points.map(p -> new double[] {x(p[0], p[1]), y(p[0], p[1])});
  }

  /** The map back. */
  public Similarity inverse() {
    double d = a * a + b * b;
    double ia = a / d;
    double ib = -b / d;
    return new Similarity(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
  }

  /** This map first, then the next. */
  public Similarity then(Similarity next) {
    return new Similarity(
        next.a * a - next.b * b, next.b * a + next.a * b, next.x(tx, ty), next.y(tx, ty));
  }
}
