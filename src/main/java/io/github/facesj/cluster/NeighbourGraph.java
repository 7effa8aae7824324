package io.github.facesj.cluster;

import java.util.Objects;

/**
 * For each face its nearest others, most similar first, ties by the smaller number; never itself.
 * Stored in rows of different lengths (compressed sparse rows). Immutable.
 */
public final class NeighbourGraph {

  private final int[] starts;
  private final int[] neighbours;
  private final float[] cosines;

  private NeighbourGraph(int[] starts, int[] neighbours, float[] cosines) {
    this.starts = starts;
    this.neighbours = neighbours;
    this.cosines = cosines;
  }

  /**
   * Wraps rows.
   *
   * @param starts where the row of each face begins, and one more: where the last ends
   * @param neighbours faces, row after row
   * @param cosines of each with the face whose row it is in
   * @throws IllegalArgumentException if the arrays do not fit each other
   */
  public static NeighbourGraph wrap(int[] starts, int[] neighbours, float[] cosines) {
    if (starts.length == 0
        || starts[0] != 0
        || starts[starts.length - 1] != neighbours.length
        || neighbours.length != cosines.length) {
      throw new IllegalArgumentException("The rows of this graph do not fit its edges.");
    }
    return new NeighbourGraph(starts, neighbours, cosines);
  }

  /** Number of faces. */
  public int size() {
    return starts.length - 1;
  }

  /** Number of entries of all rows. */
  public int edges() {
    return neighbours.length;
  }

  /** Number of neighbours of a face. */
  public int degree(int face) {
    return starts[face + 1] - starts[face];
  }

  /**
   * @param nth 0 for the nearest
   */
  public int neighbour(int face, int nth) {
    return neighbours[starts[face] + Objects.checkIndex(nth, degree(face))];
  }

  /**
   * @param nth 0 for the nearest
   */
  public float cosine(int face, int nth) {
    return cosines[starts[face] + Objects.checkIndex(nth, degree(face))];
  }

  /**
   * The same with other numbers for the faces.
   *
   * @param order the old number of each new one
   * @param place the new number of each old one
   */
  NeighbourGraph renumbered(int[] order, int[] place) {
    int[] begin = new int[order.length + 1];
    int[] faces = new int[neighbours.length];
    float[] same = new float[neighbours.length];
    for (int i = 0; i < order.length; i++) {
      int from = starts[order[i]];
      int length = degree(order[i]);
      begin[i + 1] = begin[i] + length;
      for (int n = 0; n < length; n++) {
        faces[begin[i] + n] = place[neighbours[from + n]];
        same[begin[i] + n] = cosines[from + n];
      }
      GraphRows.sort(faces, same, begin[i], begin[i + 1]);
    }
    return new NeighbourGraph(begin, faces, same);
  }

  /**
   * The same with each edge in both rows: where one face is a neighbour of another, that one is a
   * neighbour of it, too.
   *
   * @param floor edges with a smaller cosine are left out
   */
  public NeighbourGraph bothWays(double floor) {
    int[] counts = new int[size() + 1];
    forEachOnce(floor, (face, nth) -> count(counts, face, neighbour(face, nth)));
    for (int i = 0; i < size(); i++) {
      counts[i + 1] += counts[i];
    }
    int[] faces = new int[counts[size()]];
    float[] both = new float[faces.length];
    int[] next = counts.clone();
    forEachOnce(
        floor,
        (face, nth) -> {
          int other = neighbour(face, nth);
          float cosine = cosine(face, nth);
          faces[next[face]] = other;
          both[next[face]++] = cosine;
          faces[next[other]] = face;
          both[next[other]++] = cosine;
        });
    for (int i = 0; i < size(); i++) {
      GraphRows.sort(faces, both, counts[i], counts[i + 1]);
    }
    return new NeighbourGraph(counts, faces, both);
  }

  private static void count(int[] counts, int a, int b) {
    counts[a + 1]++;
    counts[b + 1]++;
  }

  private interface Edge {
    void at(int face, int nth);
  }

  /** Visits each pair of neighbours once: from the smaller face, if it is in the row of that. */
  private void forEachOnce(double floor, Edge edge) {
    for (int i = 0; i < size(); i++) {
      for (int n = 0; n < degree(i) && cosine(i, n) >= floor; n++) {
        int other = neighbour(i, n);
        if (i < other || !has(other, i)) {
          edge.at(i, n);
        }
      }
    }
  }

  private boolean has(int face, int other) {
    for (int e = starts[face]; e < starts[face + 1]; e++) {
      if (neighbours[e] == other) {
        return true;
      }
    }
    return false;
  }
}
