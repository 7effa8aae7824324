package io.github.facesj.run;

import java.util.Locale;
import java.util.Optional;

/**
 * How fast long work goes, in words: {@code 412 of 2,000 photos, 6.1 a second, 4 min left}.
 *
 * @param what the units, such as {@code photos}
 * @param total units in all
 * @param start when the work began, in the nanoseconds of {@link System#nanoTime()}
 */
public record ProgressRate(String what, long total, long start) {

  private static final double SECONDS_BEFORE_A_GUESS = 2;

  /** A pace that begins now. */
  public static ProgressRate now(String what, long total) {
    return new ProgressRate(what, total, System.nanoTime());
  }

  /**
   * Where the work is.
   *
   * @param done units finished
   * @param now in nanoseconds, like the start
   */
  public String at(long done, long now) {
    String count = String.format(Locale.ROOT, "%,d of %,d %s", done, total, what);
    double seconds = (now - start) / 1e9;
    if (done == 0 || seconds < SECONDS_BEFORE_A_GUESS) {
      return count;
    }
    double rate = done / seconds;
    return done >= total
        ? String.format(Locale.ROOT, "%s, %s", count, rate(rate))
        : String.format(
            Locale.ROOT, "%s, %s, %s left", count, rate(rate), time((total - done) / rate));
  }

  /**
   * How long the rest takes, such as {@code 4 min left}; empty while that is not known.
   *
   * @param done units finished since the start
   * @param now in nanoseconds, like the start
   */
  public Optional<String> left(long done, long now) {
    double seconds = (now - start) / 1e9;
    return done <= 0 || done >= total || seconds < SECONDS_BEFORE_A_GUESS
        ? Optional.empty()
        : Optional.of(time((total - done) / (done / seconds)) + " left");
  }

  private static String rate(double perSecond) {
    if (perSecond < 1) {
      return String.format(Locale.ROOT, "%.1f a minute", 60 * perSecond);
    }
    return String.format(
        Locale.ROOT, perSecond < 100 ? "%.1f a second" : "%,.0f a second", perSecond);
  }

  private static String time(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds));
    }
    long minutes = Math.round(seconds / 60);
    return minutes < 120
        ? minutes + " min"
        : String.format(Locale.ROOT, "%,.0f h", Math.ceil(seconds / 3600));
  }
}
