package io.github.facesj.run;

import java.util.Locale;

/** Small shares as people say them. */
public final class Share {

  private Share() {}

  /**
   * {@code 1 in 1,000}; from a half on {@code 0.72}.
   *
   * @param share 0 to 1
   */
  public static String words(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("A share must be between 0 and 1, but was " + share + ".");
    }
    if (share == 0) {
      return "0";
    }
    return share >= 0.5
        ? String.format(Locale.ROOT, "%.2f", share)
        : String.format(Locale.ROOT, "1 in %,d", rounded(1 / share));
  }

  /** Two digits say all that is known. */
  private static long rounded(double value) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(value)) - 1));
    return Math.round(Math.round(value / unit) * unit);
  }
}
