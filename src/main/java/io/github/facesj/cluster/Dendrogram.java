package io.github.facesj.cluster;

import java.util.Arrays;

/**
 * A record of which clusters were joined and at which mean cosine, from which the partition for any
 * threshold can be cut without clustering again. Immutable.
 */
final class Dendrogram {

  private final int size;
  private final int[] kept;
  private final int[] joined;
  private final float[] cosines;

  private Dendrogram(int size, int[] kept, int[] joined, float[] cosines) {
    this.size = size;
    this.kept = kept;
    this.joined = joined;
    this.cosines = cosines;
  }

  /** Number of joins: less than the number of faces. */
  public int joins() {
    return kept.length;
  }

  /**
   * The partition in which no further clusters would be joined.
   *
   * @param least mean cosine at which clusters are still one; below the one that the dendrogram was
   *     made with, the result is that of the latter
   */
  public Partition cut(double least) {
    int[] labels = new int[size];
    Arrays.setAll(labels, i -> i);
    for (int i = 0; i < kept.length; i++) {
      if (cosines[i] >= least) {
        labels[root(labels, joined[i])] = root(labels, kept[i]);
      }
    }
    for (int i = 0; i < size; i++) {
      labels[i] = root(labels, i);
    }
    return Partition.of(labels);
  }

  /** Follows labels to the face that stands for the cluster, and shortens the way. */
  static int root(int[] labels, int face) {
    int at = face;
    while (labels[at] != at) {
      labels[at] = labels[labels[at]];
      at = labels[at];
    }
    return at;
  }

  /** Notes joins as they are made. */
  static final class Builder {

    private final int size;
    private final int[] kept;
    private final int[] joined;
    private final float[] cosines;

    /** Of each cluster the cosine of its last join. */
    private final float[] last;

    private int joins;

    Builder(int size) {
      this.size = size;
      int most = Math.max(0, size - 1);
      kept = new int[most];
      joined = new int[most];
      cosines = new float[most];
      last = new float[size];
      Arrays.fill(last, Float.POSITIVE_INFINITY);
    }

    /**
     * Notes that a cluster takes in another. In an exact dendrogram no join is at a higher cosine
     * than those below it; where neighbours are missing it may be, and then counts as the lower of
     * the two, so that a cut never takes a join without those that it rests on.
     *
     * @param keeper the face that stands for the one and from now on for both
     * @param other the face that stood for the other
     */
    void join(int keeper, int other, float cosine) {
      float height = Math.min(cosine, Math.min(last[keeper], last[other]));
      kept[joins] = keeper;
      joined[joins] = other;
      cosines[joins] = height;
      last[keeper] = height;
      joins++;
    }

    Dendrogram build() {
      return new Dendrogram(
          size,
          Arrays.copyOf(kept, joins),
          Arrays.copyOf(joined, joins),
          Arrays.copyOf(cosines, joins));
    }
  }
}
