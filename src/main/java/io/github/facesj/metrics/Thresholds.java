package io.github.facesj.metrics;

/** The best threshold of sorted or unsorted distances, and what it is worth. */
final class Thresholds {

  private Thresholds() {}

  /** Pairs judged rightly where those with a distance below the threshold are the same person. */
  static long right(double[] distances, boolean[] same, double threshold) {
    long right = 0;
    for (int i = 0; i < distances.length; i++) {
      right += (distances[i] < threshold) == same[i] ? 1 : 0;
    }
    return right;
  }

  /**
   * Of all midpoints between neighbouring distances, and one beyond either end, the one with the
   * most right answers; the greatest threshold of those.
   *
   * @param distances sorted upwards
   */
  static Roc.Best best(double[] distances, boolean[] same) {
    int n = distances.length;
    long right = 0;
    for (boolean s : same) {
      right += s ? 0 : 1;
    }
    long most = right;
    double threshold = distances[0] - 1e-6;
    for (int i = 0; i < n; i++) {
      right += same[i] ? 1 : -1;
      boolean last = i == n - 1;
      if (right >= most && (last || distances[i + 1] > distances[i])) {
        most = right;
        threshold = last ? distances[i] + 1e-6 : midpoint(distances[i], distances[i + 1]);
      }
    }
    return new Roc.Best(threshold, (double) most / n);
  }

  /** Above the lower number even where no number lies between the two. */
  private static double midpoint(double low, double high) {
    double middle = low + (high - low) / 2;
    return middle > low ? middle : high;
  }
}
