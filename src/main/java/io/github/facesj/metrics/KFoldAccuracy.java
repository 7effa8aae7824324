package io.github.facesj.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Accuracy as Labeled Faces in the Wild defines it (Huang et al. 2007, view 2): each fold is judged
 * with the threshold that is best on all others.
 *
 * @param accuracies share of right answers, one per fold, in the order of the folds' numbers
 * @param thresholds the threshold each fold was judged with
 */
public record KFoldAccuracy(List<Double> accuracies, List<Double> thresholds) {

  public KFoldAccuracy {
    accuracies = List.copyOf(accuracies);
    thresholds = List.copyOf(thresholds);
  }

  /**
   * @param distances one per pair, finite; NaN for a pair that could not be compared, which counts
   *     as a wrong answer and has no say in the thresholds
   * @param same whether the pair shows one person
   * @param fold number of the fold of each pair
   * @throws IllegalArgumentException if lengths differ, there are less than two folds, or all pairs
   *     that could be compared are in one
   */
  public static KFoldAccuracy of(double[] distances, boolean[] same, int[] fold) {
    if (distances.length != same.length || same.length != fold.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d distances and %d folds for %d pairs.",
              distances.length,
              fold.length,
              same.length));
    }
    TreeSet<Integer> folds = new TreeSet<>();
    IntStream.of(fold).forEach(folds::add);
    if (folds.size() < 2) {
      throw new IllegalArgumentException(
          "Accuracy by folds needs two folds at least, but there is "
              + folds.size()
              + ". Give the pairs fold numbers.");
    }
    if (IntStream.range(0, fold.length)
            .filter(i -> !Double.isNaN(distances[i]))
            .map(i -> fold[i])
            .distinct()
            .count()
        < 2) {
      throw new IllegalArgumentException(
          "Accuracy by folds needs pairs that could be compared in two folds at least.");
    }
    List<Double> accuracies = new ArrayList<>();
    List<Double> thresholds = new ArrayList<>();
    for (int f : folds) {
      int[] others =
          IntStream.range(0, fold.length)
              .filter(i -> fold[i] != f && !Double.isNaN(distances[i]))
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> distances[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      double threshold = Thresholds.best(pick(distances, others), pick(same, others)).threshold();
      int[] own = IntStream.range(0, fold.length).filter(i -> fold[i] == f).toArray();
      int[] judged = IntStream.of(own).filter(i -> !Double.isNaN(distances[i])).toArray();
      long right = Thresholds.right(pick(distances, judged), pick(same, judged), threshold);
      accuracies.add((double) right / own.length);
      thresholds.add(threshold);
    }
    return new KFoldAccuracy(accuracies, thresholds);
  }

  private static double[] pick(double[] from, int[] which) {
    return IntStream.of(which).mapToDouble(i -> from[i]).toArray();
  }

  private static boolean[] pick(boolean[] from, int[] which) {
    boolean[] to = new boolean[which.length];
    for (int i = 0; i < which.length; i++) {
      to[i] = from[which[i]];
    }
    return to;
  }

  /** Mean over the folds. */
  public double mean() {
    return accuracies.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Standard deviation over the folds (of a sample, n - 1). */
  public double deviation() {
    double mean = mean();
    double sum = accuracies.stream().mapToDouble(a -> (a - mean) * (a - mean)).sum();
    return Math.sqrt(sum / (accuracies.size() - 1));
  }
}
