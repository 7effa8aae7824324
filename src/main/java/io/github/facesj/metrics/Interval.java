package io.github.facesj.metrics;

import java.util.Locale;

/**
 * A confidence interval of a share.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record Interval(double low, double high) {

  /** Two-sided 95 % of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The 95 % interval of a share by Wilson's score method (J. Am. Stat. Assoc. 22, 1927), which
   * stays within 0 and 1 and is right for few and for extreme counts.
   *
   * @throws IllegalArgumentException if there are no trials or more successes than trials
   */
  public static Interval wilson(long successes, long trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A share needs 0 to n successes of n trials, but got %d of %d.",
              successes,
              trials));
    }
    double n = trials;
    double p = successes / n;
    double z2 = Z * Z;
    double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return new Interval(
        successes == 0 ? 0 : Math.max(0, middle - half),
        successes == trials ? 1 : Math.min(1, middle + half));
  }
}
