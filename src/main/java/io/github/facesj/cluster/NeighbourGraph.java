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
}
