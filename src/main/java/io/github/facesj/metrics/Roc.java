package io.github.facesj.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How well a distance separates pairs of the same person from pairs of two: the receiver operating
 * characteristic. A pair is taken for the same person where its distance is below a threshold.
 */
public final class Roc {

  /**
   * The two shares at one threshold.
   *
   * @param threshold pairs with a distance below it are accepted; positive infinity accepts all
   * @param falseMatch share of the pairs of two people that are accepted (FAR, FMR, FPR)
   * @param trueMatch share of the pairs of one person that are accepted (TAR, TPR)
   */
  public record Point(double threshold, double falseMatch, double trueMatch) {

    /** Share of the pairs of one person that are refused (FRR, FNMR). */
    public double falseNonMatch() {
      return 1 - trueMatch;
    }
  }

  /**
   * The share of same pairs that are accepted while no more than a given share of different pairs
   * are.
   *
   * @param asked the greatest share of different pairs
   * @param reached the share at this threshold: never more than asked for
   * @param threshold pairs with a distance below it are accepted
   * @param rate share of the same pairs
   * @param interval 95 % confidence interval of that share, for these different pairs
   * @param measurable whether there are different pairs enough for one of them to be accepted
   */
  public record TrueMatchRate(
      double asked,
      double reached,
      double threshold,
      double rate,
      Interval interval,
      boolean measurable) {}

  /**
   * A threshold and the share of pairs that are judged rightly with it.
   *
   * @param threshold pairs with a distance below it are accepted
   * @param accuracy share of all pairs
   */
  public record Best(double threshold, double accuracy) {}

  private final double[] distances;
  private final boolean[] same;
  private final long positives;
  private final long negatives;
  private final List<Point> points;

  private Roc(double[] distances, boolean[] same) {
    this.distances = distances;
    this.same = same;
    long yes = 0;
    for (boolean s : same) {
      yes += s ? 1 : 0;
    }
    this.positives = yes;
    this.negatives = same.length - yes;
    this.points = sweep();
  }

  /**
   * @param distances one per pair, finite; smaller means more alike
   * @param same whether the pair shows one person
   * @throws IllegalArgumentException if lengths differ, a distance is not finite, or one of the two
   *     kinds of pairs is absent
   */
  public static Roc of(double[] distances, boolean[] same) {
    if (distances.length != same.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "There are %d distances for %d pairs.", distances.length, same.length));
    }
    int[] order =
        IntStream.range(0, same.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> distances[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] d = new double[order.length];
    boolean[] s = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      d[i] = distances[order[i]];
      s[i] = same[order[i]];
      if (!Double.isFinite(d[i])) {
        throw new IllegalArgumentException("A distance is not a finite number: " + d[i]);
      }
    }
    Roc roc = new Roc(d, s);
    requireBothKinds(roc.positives, roc.negatives);
    return roc;
  }

  /**
   * @param same pairs of one person
   * @param different pairs of two people
   * @throws IllegalArgumentException if one of them is 0
   */
  public static void requireBothKinds(long same, long different) {
    if (same == 0 || different == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A curve needs pairs of the same person and pairs of two people, but got %d and %d.",
              same,
              different));
    }
  }

  /** One point before the first and after each group of equal distances. */
  private List<Point> sweep() {
    List<Point> list = new ArrayList<>();
    long tp = 0;
    long fp = 0;
    int i = 0;
    while (i < distances.length) {
      list.add(new Point(distances[i], share(fp, negatives), share(tp, positives)));
      int j = i;
      while (j < distances.length && distances[j] == distances[i]) {
        if (same[j]) {
          tp++;
        } else {
          fp++;
        }
        j++;
      }
      i = j;
    }
    list.add(new Point(Double.POSITIVE_INFINITY, share(fp, negatives), share(tp, positives)));
    return List.copyOf(list);
  }

  private static double share(long part, long all) {
    return (double) part / all;
  }

  /** Pairs of one person. */
  public long positives() {
    return positives;
  }

  /** Pairs of two people. */
  public long negatives() {
    return negatives;
  }

  /** The curve from (0, 0) to (1, 1), thresholds rising. */
  public List<Point> points() {
    return points;
  }

  /**
   * The area under the curve: the chance that a pair of one person is nearer than a pair of two,
   * ties counting half.
   */
  public double areaUnderCurve() {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      area += (b.falseMatch - a.falseMatch) * (a.trueMatch + b.trueMatch) / 2;
    }
    return area;
  }

  /**
   * The share of errors where both kinds are equally frequent, on straight lines between points.
   */
  public double equalErrorRate() {
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      double before = a.falseNonMatch() - a.falseMatch;
      double after = b.falseNonMatch() - b.falseMatch;
      if (after <= 0) {
        double t = before == after ? 0 : before / (before - after);
        return a.falseMatch + t * (b.falseMatch - a.falseMatch);
      }
    }
    throw new IllegalStateException("A curve from (0, 0) to (1, 1) always crosses.");
  }

  /**
   * The true match rate at a false match rate.
   *
   * @param falseMatch greatest share of different pairs to be accepted, 0 to 1
   */
  public TrueMatchRate trueMatchRateAt(double falseMatch) {
    if (!(falseMatch >= 0 && falseMatch <= 1)) {
      throw new IllegalArgumentException(
          "A false match rate must be between 0 and 1, but was " + falseMatch + ".");
    }
    Point best = points.get(0);
    for (Point p : points) {
      // The slack is for shares such as 3/3000, which are not exact in binary.
      if (p.falseMatch <= falseMatch * (1 + 1e-12)) {
        best = p;
      }
    }
    return new TrueMatchRate(
        falseMatch,
        best.falseMatch,
        best.threshold,
        best.trueMatch,
        Interval.wilson(Math.round(best.trueMatch * positives), positives),
        falseMatch * negatives >= 1 - 1e-9);
  }

  /**
   * The threshold with the most right answers: midway between two neighbouring distances, the
   * greatest if several are as good.
   */
  public Best best() {
    return Thresholds.best(distances, same);
  }

  /** The share of different pairs that a threshold accepts. */
  public double falseMatchAt(double threshold) {
    return share(count(threshold, false), negatives);
  }

  /** The share of same pairs that a threshold accepts. */
  public double trueMatchAt(double threshold) {
    return share(count(threshold, true), positives);
  }

  private long count(double threshold, boolean kind) {
    return IntStream.range(0, distances.length)
        .filter(i -> same[i] == kind && distances[i] < threshold)
        .count();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Roc[%d same, %d different, %s]",
        positives,
        negatives,
        Arrays.toString(new double[] {areaUnderCurve()}));
  }
}
