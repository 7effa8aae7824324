package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Arrays;

/**
 * Average link over neighbours: in rounds, all pairs of clusters that are each other's nearest are
 * joined at once, which gives the same joins as one after the other (Sumengen et al., Scaling
 * hierarchical agglomerative clustering to billion-sized datasets, 2021). After a round only the
 * joined clusters and those beside them are looked at again.
 */
final class ReciprocalJoins {

  private static final int PIECE = 256;
  private static final String WHAT = "Joining clusters";

  private final Vectors vectors;
  private final float least;
  private final ClusterSums centres;
  private final Dendrogram.Builder joins;

  /**
   * For each cluster those beside it, in which one of its faces has a neighbour or is one, each
   * with the mean cosine: number and cosine in one long, by number.
   */
  private final long[][] beside;

  /** The cluster that took this one in; itself as long as it is there. */
  private final int[] keepers;

  /** When a cluster last took in another. */
  private final int[] joinedIn;

  /** When a cluster was last put on the list of those to look at. */
  private final int[] listedIn;

  private final int[] nearest;
  private final float[] means;

  private ReciprocalJoins(Vectors vectors, NeighbourGraph graph, float least) {
    int size = vectors.size();
    this.vectors = vectors;
    this.least = least;
    centres = new ClusterSums(vectors);
    joins = new Dendrogram.Builder(size);
    beside = new long[size][];
    NeighbourGraph both = graph.bothWays(least);
    for (int i = 0; i < size; i++) {
      beside[i] = new long[both.degree(i)];
      for (int n = 0; n < beside[i].length; n++) {
        beside[i][n] = entry(both.neighbour(i, n), both.cosine(i, n));
      }
      Arrays.sort(beside[i]);
    }
    keepers = new int[size];
    Arrays.setAll(keepers, i -> i);
    joinedIn = new int[size];
    listedIn = new int[size];
    nearest = new int[size];
    means = new float[size];
  }

  static Dendrogram dendrogram(
      Vectors vectors, NeighbourGraph graph, float least, Progress progress) {
    return new ReciprocalJoins(vectors, graph, least).run(progress);
  }

  private Dendrogram run(Progress progress) {
    int[] look = keepers.clone();
    int done = 0;
    for (int round = 1; look.length > 0 && !progress.isCanceled(); round++) {
      lookAt(look, round);
      int[] joined = joinPairs(look, round);
      look = changed(joined, round);
      done += joined.length;
      progress.at(done, vectors.size(), WHAT);
    }
    return joins.build();
  }

  private void lookAt(int[] look, int round) {
    int pieces = (look.length + PIECE - 1) / PIECE;
    ParallelFor.share(
        pieces,
        WHAT,
        Progress.SILENT,
        piece -> {
          int end = Math.min(look.length, (piece + 1) * PIECE);
          for (int i = piece * PIECE; i < end; i++) {
            refresh(look[i], round);
          }
        });
  }

  /** Finds out anew what is beside a cluster, what has changed of that, and which is nearest. */
  private void refresh(int cluster, int round) {
    long[] list = beside[cluster];
    for (int i = 0; i < list.length; i++) {
      list[i] = entry(keepers[number(list[i])], mean(list[i]));
    }
    Arrays.sort(list);
    boolean own = joinedIn[cluster] == round - 1;
    int kept = 0;
    int best = -1;
    float most = least;
    for (long e : list) {
      int other = number(e);
      if (other == cluster || (kept > 0 && number(list[kept - 1]) == other)) {
        continue;
      }
      boolean changed = round > 1 && (own || joinedIn[other] == round - 1);
      float mean = changed ? centres.mean(cluster, other) : mean(e);
      list[kept++] = entry(other, mean);
      if (mean > most || (best < 0 && mean == most)) {
        most = mean;
        best = other;
      }
    }
    beside[cluster] = kept == list.length ? list : Arrays.copyOf(list, kept);
    nearest[cluster] = best;
    means[cluster] = most;
  }

  /** Joins those that are each other's nearest; the faces that stand for the results. */
  private int[] joinPairs(int[] look, int round) {
    int[] joined = new int[look.length];
    int count = 0;
    for (int cluster : look) {
      int other = nearest[cluster];
      if (other >= 0 && keepers[cluster] == cluster && nearest[other] == cluster) {
        int keeper = Math.min(cluster, other);
        int gone = Math.max(cluster, other);
        joins.join(keeper, gone, means[cluster]);
        centres.join(keeper, gone);
        keepers[gone] = keeper;
        joinedIn[keeper] = round;
        nearest[keeper] = -1;
        beside[keeper] = concat(beside[keeper], beside[gone]);
        beside[gone] = null;
        joined[count++] = keeper;
      }
    }
    return Arrays.copyOf(joined, count);
  }

  /** The joined clusters and all beside them, by number. */
  private int[] changed(int[] joined, int round) {
    int[] list = new int[joined.length];
    int count = 0;
    for (int keeper : joined) {
      if (listedIn[keeper] != round) {
        listedIn[keeper] = round;
        list = room(list, count);
        list[count++] = keeper;
      }
      for (long e : beside[keeper]) {
        int other = keepers[number(e)];
        if (listedIn[other] != round) {
          listedIn[other] = round;
          list = room(list, count);
          list[count++] = other;
        }
      }
    }
    int[] sorted = Arrays.copyOf(list, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static int[] room(int[] list, int needed) {
    return needed < list.length ? list : Arrays.copyOf(list, 16 + list.length * 2);
  }

  private static long[] concat(long[] a, long[] b) {
    long[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static long entry(int number, float mean) {
    return (long) number << 32 | (Float.floatToRawIntBits(mean) & 0xFFFFFFFFL);
  }

  private static int number(long entry) {
    return (int) (entry >>> 32);
  }

  private static float mean(long entry) {
    return Float.intBitsToFloat((int) entry);
  }
}
