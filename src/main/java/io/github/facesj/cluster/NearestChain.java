package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Arrays;

/**
 * Average link over all pairs: from any cluster to its nearest, to the nearest of that, until two
 * are each other's nearest, which are joined. Joins come in another order than by cosine, but are
 * the same (Murtagh, 1983). Needs the square of the number of faces in time, not in memory.
 */
final class NearestChain {

  private NearestChain() {}

  static Dendrogram dendrogram(Vectors vectors, Progress progress) {
    int size = vectors.size();
    ClusterSums centres = new ClusterSums(vectors);
    Dendrogram.Builder joins = new Dendrogram.Builder(size);
    int[] clusters = new int[size];
    Arrays.setAll(clusters, i -> i);
    int left = size;
    int[] chain = new int[size];
    int length = 0;
    while (left > 1 && !progress.isCanceled()) {
      if (length == 0) {
        chain[length++] = clusters[0];
      }
      int tip = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int nearest = nearest(centres, clusters, left, tip, before);
      if (nearest == before) {
        int keeper = Math.min(tip, before);
        int other = Math.max(tip, before);
        joins.join(keeper, other, centres.mean(keeper, other));
        centres.join(keeper, other);
        left = remove(clusters, left, other);
        length -= 2;
        progress.at(size - left, size, "Joining clusters");
      } else {
        chain[length++] = nearest;
      }
    }
    return joins.build();
  }

  /** Of all but the tip the nearest to it; of equally near ones that before it, or the first. */
  private static int nearest(ClusterSums centres, int[] clusters, int left, int tip, int before) {
    int best = before;
    float most = before < 0 ? Float.NEGATIVE_INFINITY : centres.mean(tip, before);
    for (int i = 0; i < left; i++) {
      int other = clusters[i];
      if (other != tip && other != before) {
        float mean = centres.mean(tip, other);
        if (mean > most) {
          most = mean;
          best = other;
        }
      }
    }
    return best;
  }

  /** Takes a number out of a sorted list. */
  private static int remove(int[] sorted, int length, int number) {
    int at = Arrays.binarySearch(sorted, 0, length, number);
    System.arraycopy(sorted, at + 1, sorted, at, length - at - 1);
    return length - 1;
  }
}
