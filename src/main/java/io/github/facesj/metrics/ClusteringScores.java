package io.github.facesj.metrics;

import io.github.facesj.cluster.Partition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How well clusters agree with the people they should be. All shares are from 0 to 1, and all are
 * of the whole set: no measure leaves out faces that are alone.
 *
 * @param faces number of faces
 * @param people number of true clusters
 * @param clusters number of found clusters of two faces or more
 * @param singletons faces that are alone in their found cluster
 * @param pairs over pairs of faces: precision is the share of the pairs found together that belong
 *     together, recall the share of those that belong together that were found so
 * @param bCubed the same for each face with all of its cluster, itself included, averaged over
 *     faces (Bagga and Baldwin, 1998)
 * @param nmi mutual information over the arithmetic mean of both entropies
 * @param purity share of faces of the person whom most faces of their cluster show
 * @param coverage share of faces in the cluster which holds most faces of their person
 */
public record ClusteringScores(
    int faces,
    int people,
    int clusters,
    int singletons,
    Agreement pairs,
    Agreement bCubed,
    double nmi,
    double purity,
    double coverage) {

  /** Precision and recall. */
  public record Agreement(double precision, double recall) {

    /** Harmonic mean of both; 0 if both are 0. */
    public double f() {
      double sum = precision + recall;
      return sum == 0 ? 0 : 2 * precision * recall / sum;
    }
  }

  /**
   * Compares two partitions of the same faces.
   *
   * @throws IllegalArgumentException if they have different or no faces
   */
  public static ClusteringScores of(Partition truth, Partition found) {
    int n = truth.size();
    if (n != found.size() || n == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A clustering of %d faces cannot be compared with the truth of %d.",
              found.size(),
              n));
    }
    int[] trueSizes = sizes(truth);
    int[] foundSizes = sizes(found);
    int[] mostOfFound = new int[n];
    int[] mostOfTrue = new int[n];
    double together = 0;
    double precision = 0;
    double recall = 0;
    double information = 0;
    for (Map.Entry<Long, Integer> cell : common(truth, found).entrySet()) {
      int t = (int) (cell.getKey() >>> 32);
      int f = (int) (long) cell.getKey();
      double both = cell.getValue();
      together += pairs(both);
      precision += both * both / foundSizes[f];
      recall += both * both / trueSizes[t];
      information += both / n * Math.log(both * n / ((double) trueSizes[t] * foundSizes[f]));
      mostOfFound[f] = Math.max(mostOfFound[f], cell.getValue());
      mostOfTrue[t] = Math.max(mostOfTrue[t], cell.getValue());
    }
    int singletons = 0;
    for (int size : foundSizes) {
      singletons += size == 1 ? 1 : 0;
    }
    double entropies = (entropy(trueSizes, n) + entropy(foundSizes, n)) / 2;
    return new ClusteringScores(
        n,
        truth.clusters(),
        found.clusters() - singletons,
        singletons,
        new Agreement(share(together, pairs(foundSizes)), share(together, pairs(trueSizes))),
        new Agreement(precision / n, recall / n),
        entropies == 0 ? 1 : Math.max(0, Math.min(1, information / entropies)),
        sum(mostOfFound) / (double) n,
        sum(mostOfTrue) / (double) n);
  }

  /** Number of faces that a true and a found cluster share, by both labels, in their order. */
  private static Map<Long, Integer> common(Partition truth, Partition found) {
    Map<Long, Integer> cells = new LinkedHashMap<>();
    for (int i = 0; i < truth.size(); i++) {
      cells.merge((long) truth.label(i) << 32 | found.label(i), 1, Integer::sum);
    }
    return cells;
  }

  /** Number of faces of each cluster, at its label. */
  private static int[] sizes(Partition partition) {
    int[] sizes = new int[partition.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[partition.label(i)]++;
    }
    return sizes;
  }

  private static double pairs(int[] sizes) {
    double sum = 0;
    for (int size : sizes) {
      sum += pairs(size);
    }
    return sum;
  }

  private static double pairs(double size) {
    return size * (size - 1) / 2;
  }

  /** Where nothing was claimed, nothing was claimed wrongly. */
  private static double share(double part, double whole) {
    return whole == 0 ? 1 : part / whole;
  }

  private static double entropy(int[] sizes, int n) {
    double sum = 0;
    for (int size : sizes) {
      sum -= size == 0 ? 0 : (double) size / n * Math.log((double) size / n);
    }
    return sum;
  }

  private static long sum(int[] values) {
    long sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }
}
