package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Locale;

/**
 * Finds the nearest neighbours of faces by cosine. Immutable. The result depends on the vectors
 * alone: not on threads, and not on the order of the faces but for exact ties at the end of a row.
 * Up to {@link #EXACT_UP_TO} faces all pairs are compared; among more, nearly all neighbours are
 * found, see {@link CellSearch}.
 *
 * @param k greatest number of neighbours of a face, at least 1
 * @param floor least cosine of neighbours, from -1 to 1
 */
public record NeighbourSearch(int k, double floor) {

  /** So many are compared in seconds; the time of comparing all pairs grows with the square. */
  public static final int EXACT_UP_TO = 50_000;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public NeighbourSearch {
    if (k < 1) {
      throw new IllegalArgumentException(
          "A face needs at least 1 neighbour, but was given " + k + ".");
    }
    if (!(floor >= -1 && floor <= 1)) {
      throw new IllegalArgumentException(
          "The least cosine of neighbours must be between -1 and 1, but was " + floor + ".");
    }
  }

  /**
   * Neighbours of faces among themselves.
   *
   * @param progress may stop the work; the graph then lacks neighbours and is of no use
   */
  public NeighbourGraph among(Vectors vectors, Progress progress) {
    int lists = lists(vectors.size() - 1);
    if (vectors.size() > EXACT_UP_TO) {
      return CellSearch.among(vectors, lists, (float) floor, progress);
    }
    TopK nearest = new TopK(vectors.size(), lists, (float) floor);
    ExactSearch.among(vectors, nearest, progress);
    return nearest.graph();
  }

  /**
   * Neighbours of some faces among others, compared one by one.
   *
   * @param queries the faces whose neighbours are sought
   * @param base the faces among which they are sought
   * @param progress may stop the work; the graph then lacks neighbours and is of no use
   * @return one row for each of the queries; the neighbours are numbers of the base
   * @throws IllegalArgumentException if vectors have different lengths
   */
  public NeighbourGraph between(Vectors queries, Vectors base, Progress progress) {
    if (queries.dimension() != base.dimension()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Vectors of %d numbers cannot be compared with vectors of %d.",
              queries.dimension(),
              base.dimension()));
    }
    TopK nearest = new TopK(queries.size(), lists(base.size()), (float) floor);
    ExactSearch.between(queries, base, nearest, progress);
    return nearest.graph();
  }

  private int lists(int others) {
    return Math.max(1, Math.min(k, others));
  }
}
