package io.github.facesj.face;

import io.github.facesj.api.PublicApi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The points of one face in the order of their scheme, in pixels of the upright image. */
@PublicApi
public final class Landmarks {

  private final LandmarkScheme scheme;
  private final double[] xy;

  private Landmarks(LandmarkScheme scheme, double[] xy) {
    this.scheme = scheme;
    this.xy = xy;
  }

  /**
   * @param scheme order and meaning of the points
   * @param xy x0, y0, x1, y1, ...; copied
   * @throws IllegalArgumentException if the number of values does not fit the scheme, or one is not
   *     finite
   */
  public static Landmarks of(LandmarkScheme scheme, double... xy) {
    if (xy.length != 2 * scheme.points()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Landmarks of scheme %s need %d numbers, but got %d.",
              scheme,
              2 * scheme.points(),
              xy.length));
    }
    for (double v : xy) {
      if (!Double.isFinite(v)) {
        throw new IllegalArgumentException("A landmark coordinate is not a finite number: " + v);
      }
    }
    return new Landmarks(scheme, xy.clone());
  }

  public LandmarkScheme scheme() {
    return scheme;
  }

  /** Number of points. */
  public int size() {
    return scheme.points();
  }

  public double x(int point) {
    return xy[2 * Objects.checkIndex(point, size())];
  }

  public double y(int point) {
    return xy[2 * Objects.checkIndex(point, size()) + 1];
  }

  /** A copy: x0, y0, x1, y1, ... */
  public double[] toArray() {
    return xy.clone();
  }

  /** The smallest box around all points. */
  public Box bounds() {
    double x1 = xy[0];
    double y1 = xy[1];
    double x2 = x1;
    double y2 = y1;
    for (int i = 1; i < size(); i++) {
      x1 = Math.min(x1, x(i));
      x2 = Math.max(x2, x(i));
      y1 = Math.min(y1, y(i));
      y2 = Math.max(y2, y(i));
    }
    return Box.ofCorners(x1, y1, x2, y2);
  }

  /** The same points, each mapped; {@code map} gets and gives an array of x and y. */
  public Landmarks map(UnaryOperator<double[]> map) {
    double[] mapped = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      double[] p = map.apply(new double[] {xy[i], xy[i + 1]});
      mapped[i] = p[0];
      mapped[i + 1] = p[1];
    }
    return of(scheme, mapped);
  }

  /**
   * The five points: eye centres (means of the lid points), nose tip, mouth corners. Five points
   * are returned as they are.
   */
  public Landmarks toFive() {
    double[] five = new double[10];
    for (int eye = 0; eye < 2; eye++) {
      List<Integer> lid = scheme.eye(eye);
      for (int p : lid) {
        five[2 * eye] += x(p) / lid.size();
        five[2 * eye + 1] += y(p) / lid.size();
      }
    }
    for (int i = 0; i < 3; i++) {
      int p = scheme.noseAndMouth().get(i);
      five[4 + 2 * i] = x(p);
      five[5 + 2 * i] = y(p);
    }
    return of(LandmarkScheme.FIVE, five);
  }

  /**
   * The points of the mirrored picture, again in the order of the scheme: the left eye of the
   * mirrored face is the right eye of this one.
   *
   * @param width width of the picture that is mirrored
   */
  public Landmarks mirror(double width) {
    double[] mirrored = new double[xy.length];
    for (int i = 0; i < size(); i++) {
      int from = scheme.mirror(i);
      mirrored[2 * i] = width - x(from);
      mirrored[2 * i + 1] = y(from);
    }
    return of(scheme, mirrored);
  }

  /** Distance between the outer eye corners (between the eyes of {@link LandmarkScheme#FIVE}). */
  public double interOcular() {
    int a = scheme.outerEyeCorners().get(0);
    int b = scheme.outerEyeCorners().get(1);
    return Math.hypot(x(a) - x(b), y(a) - y(b));
  }

  /** Distance between the centres of the eyes. */
  public double interPupil() {
    Landmarks five = toFive();
    return Math.hypot(five.x(0) - five.x(1), five.y(0) - five.y(1));
  }

  /** The same points moved. */
  public Landmarks translate(double dx, double dy) {
    return map(p -> new double[] {p[0] + dx, p[1] + dy});
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Landmarks l && l.scheme == scheme && Arrays.equals(l.xy, xy);
  }

  @Override
  public int hashCode() {
    return 31 * scheme.hashCode() + Arrays.hashCode(xy);
  }

  @Override
  public String toString() {
    return scheme + Arrays.toString(xy);
  }
}
