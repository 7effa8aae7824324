package io.github.facesj.cluster;

import java.util.Arrays;

/**
 * The nearest faces seen so far, for each of many faces: most similar first, ties by the smaller
 * number. What it holds in the end does not depend on the order in which it saw them. May be
 * offered to from several threads.
 */
final class TopK {

  private static final int LOCKS = 1024;

  private final int k;
  private final int[] faces;
  private final float[] cosines;
  private final int[] counts;
  private final float[] limits;
  private final Object[] locks = new Object[LOCKS];

  /**
   * @param size number of faces to keep lists for
   * @param k longest list
   * @param floor least cosine of interest
   */
  TopK(int size, int k, float floor) {
    this.k = k;
    int cells = Math.multiplyExact(size, k);
    faces = new int[cells];
    cosines = new float[cells];
    counts = new int[size];
    limits = new float[size];
    Arrays.fill(limits, floor);
    Arrays.setAll(locks, i -> new Object());
  }

  /**
   * A cosine below which a face's list takes nothing. It only grows, so that a value read while
   * others offer is at worst too small.
   */
  float limit(int row) {
    return limits[row];
  }

  /** Offers a face to the list of another; one that is in it already is not taken twice. */
  void offer(int row, int face, float cosine) {
    synchronized (locks[row % LOCKS]) {
      int start = row * k;
      int count = counts[row];
      int at = start + count;
      while (at > start && before(cosine, face, cosines[at - 1], faces[at - 1])) {
        at--;
      }
      boolean known = at > start && faces[at - 1] == face && cosines[at - 1] == cosine;
      if (known || at == start + k || !(cosine >= limits[row])) {
        return;
      }
      int kept = Math.min(count, k - 1);
      int moved = start + kept - at;
      System.arraycopy(faces, at, faces, at + 1, moved);
      System.arraycopy(cosines, at, cosines, at + 1, moved);
      faces[at] = face;
      cosines[at] = cosine;
      counts[row] = kept + 1;
      if (kept + 1 == k) {
        limits[row] = cosines[start + k - 1];
      }
    }
  }

  private static boolean before(float cosine, int face, float otherCosine, int other) {
    return cosine > otherCosine || (cosine == otherCosine && face < other);
  }

  /** The lists as a graph; whatever is offered later does not change it. */
  NeighbourGraph graph() {
    int[] starts = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      starts[i + 1] = starts[i] + counts[i];
    }
    int[] allFaces = new int[starts[counts.length]];
    float[] allCosines = new float[starts[counts.length]];
    for (int i = 0; i < counts.length; i++) {
      System.arraycopy(faces, i * k, allFaces, starts[i], counts[i]);
      System.arraycopy(cosines, i * k, allCosines, starts[i], counts[i]);
    }
    return NeighbourGraph.wrap(starts, allFaces, allCosines);
  }
}
