package io.github.facesj.cluster;

import java.util.Arrays;

/** Sums for a few labels out of many, quickly emptied for the next use. */
final class LabelSums {

  private final double[] sums;
  private int[] used = new int[64];
  private int count;

  /**
   * @param labels greatest label, and one
   */
  LabelSums(int labels) {
    sums = new double[labels];
    Arrays.fill(sums, Double.NaN);
  }

  void add(int label, double weight) {
    if (Double.isNaN(sums[label])) {
      if (count == used.length) {
        used = Arrays.copyOf(used, 2 * count);
      }
      used[count++] = label;
      sums[label] = 0;
    }
    sums[label] += weight;
  }

  /** Number of labels that were added to. */
  int count() {
    return count;
  }

  /** A label, in the order in which they came first. */
  int label(int nth) {
    return used[nth];
  }

  /** The sum of a label, 0 if it was not added to. */
  double sum(int label) {
    return Double.isNaN(sums[label]) ? 0 : sums[label];
  }

  /**
   * The label with the greatest sum; of equal ones the present one, else the smallest.
   *
   * @param present what to keep where nothing was added
   */
  int heaviest(int present) {
    int best = present;
    double most = sum(present);
    for (int i = 0; i < count; i++) {
      double sum = sums[used[i]];
      if (sum > most || (sum == most && best != present && used[i] < best)) {
        most = sum;
        best = used[i];
      }
    }
    return best;
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      sums[used[i]] = Double.NaN;
    }
    count = 0;
  }
}
