package io.github.facesj.metrics;

import io.github.facesj.face.Box;
import io.github.facesj.face.FacePart;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The error of found landmarks against true ones over a set of photos: the normalised mean error
 * (NME) of each face and what follows from it. All errors are shares, not per cent.
 */
public final class LandmarkError {

  /** What the distance of two points is divided by, measured on the true points. */
  public enum Normaliser {
    /** Distance of the outer eye corners (300-W since 2013, WFLW). */
    INTER_OCULAR,
    /** Distance of the centres of the eyes (300-W papers of 2014 to 2017). */
    INTER_PUPIL,
    /**
     * Square root of width times height of the smallest box around the true points (AFLW, MERL).
     */
    BOX;

    double of(Landmarks truth) {
      return switch (this) {
        case INTER_OCULAR -> truth.interOcular();
        case INTER_PUPIL -> truth.interPupil();
        case BOX -> {
          Box box = truth.bounds();
          yield Math.sqrt(box.width() * box.height());
        }
      };
    }
  }

  /** The error at which 300-W ends its curve and counts a failure. */
  public static final double LIMIT = 0.08;

  private final Normaliser normaliser;
  private final List<Double> errors = new ArrayList<>();
  private final Map<FacePart, double[]> parts = new EnumMap<>(FacePart.class);
  private int missed;

  public LandmarkError(Normaliser normaliser) {
    this.normaliser = normaliser;
  }

  /**
   * Counts one face.
   *
   * @return its normalised mean error
   * @throws IllegalArgumentException if the schemes differ or the truth has no extent
   */
  public double add(Landmarks found, Landmarks truth) {
    if (found.scheme() != truth.scheme()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Points of scheme %s cannot be compared with a truth of scheme %s.",
              found.scheme(),
              truth.scheme()));
    }
    double unit = normaliser.of(truth);
    if (!(unit > 0)) {
      throw new IllegalArgumentException("The true points have no extent: " + truth);
    }
    LandmarkScheme scheme = truth.scheme();
    double sum = 0;
    for (int i = 0; i < truth.size(); i++) {
      double e = Math.hypot(found.x(i) - truth.x(i), found.y(i) - truth.y(i)) / unit;
      sum += e;
      double[] part = parts.computeIfAbsent(scheme.part(i), p -> new double[2]);
      part[0] += e;
      part[1]++;
    }
    errors.add(sum / truth.size());
    return sum / truth.size();
  }

  /** Counts a face that was not found: a failure, outside the mean. */
  public void addMissed() {
    missed++;
  }

  /** Faces with points. */
  public int count() {
    return errors.size();
  }

  /** Faces that were not found. */
  public int missed() {
    return missed;
  }

  /** Mean of the faces' errors. */
  public double mean() {
    return errors.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Median of the faces' errors. */
  public double median() {
    double[] e = sorted();
    int n = e.length;
    return n == 0 ? Double.NaN : (e[(n - 1) / 2] + e[n / 2]) / 2;
  }

  /** Mean error of the points of each part, over all faces. */
  public Map<FacePart, Double> byPart() {
    Map<FacePart, Double> means = new EnumMap<>(FacePart.class);
    parts.forEach((part, sum) -> means.put(part, sum[0] / sum[1]));
    return means;
  }

  /** Share of all faces whose error is above the limit, or that were not found. */
  public double failureRate(double limit) {
    long bad = errors.stream().filter(e -> e > limit).count() + missed;
    return (double) bad / (errors.size() + missed);
  }

  /** Share of all faces whose error is at most this: the cumulative error curve. */
  public double cumulative(double error) {
    return 1 - failureRate(error);
  }

  /**
   * Area under the cumulative error curve up to a limit, divided by the limit: 1 if all faces are
   * perfect. The curve is a staircase, so the area is exact: the mean of {@code max(0, 1 - error /
   * limit)}.
   */
  public double areaUnderCurve(double limit) {
    double sum = errors.stream().mapToDouble(e -> Math.max(0, 1 - e / limit)).sum();
    return sum / (errors.size() + missed);
  }

  /** The faces' errors, smallest first: the steps of the cumulative error curve. */
  public double[] sorted() {
    double[] e = errors.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(e);
    return e;
  }
}
