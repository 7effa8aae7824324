package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Arrays;

/**
 * Finds nearly all near neighbours among very many faces without comparing each with every other:
 * the space is divided into cells around centres, each face belongs to the cell of its nearest
 * centre, and is compared with the faces of the cells whose centres are nearest to it (an inverted
 * file, Jegou, Douze and Schmid, 2011). A pair is found if either face looks into the cell of the
 * other. The cosines found are exact. docs/BENCHMARKS.md has the measured share of neighbours
 * found.
 */
final class CellSearch {

  /** Larger cells cost more comparisons, smaller ones more centres. */
  private static final int FACES_PER_CELL = 500;

  /** Faces from which the place of a centre is learned. */
  private static final int SAMPLE_PER_CELL = 24;

  /** Rounds in which the centres move; they need not settle, only divide. */
  private static final int ROUNDS = 5;

  /** Cells that each face looks into; more find more neighbours and cost as much more time. */
  private static final int CELLS_LOOKED_INTO = 24;

  /** Nearest faces of each face whose own nearest faces it is compared with. */
  private static final int INTRODUCED = 16;

  /** Faces that one piece of work introduces. */
  private static final int PIECE = 4096;

  private CellSearch() {}

  /**
   * Neighbours of faces among themselves. Meanwhile faces are numbered cell by cell, because what
   * is compared soon after one another is then near in memory.
   *
   * @param k greatest number of neighbours of a face
   * @param floor least cosine of neighbours
   * @param progress may stop the work; the graph then lacks neighbours and is of no use
   */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // the way back: each is the other's inverse
  static NeighbourGraph among(Vectors vectors, int k, float floor, Progress progress) {
    TopK nearest = new TopK(vectors.size(), k, floor);
    Vectors centres = centres(vectors, progress);
    NeighbourGraph near =
        new NeighbourSearch(CELLS_LOOKED_INTO, -1).between(vectors, centres, progress);
    if (progress.isCanceled()) {
      return nearest.graph();
    }
    Cells cells = Cells.of(near, centres.size());
    Vectors sorted = vectors.select(cells.order());
    ParallelFor.share(
        centres.size(), ExactSearch.WHAT, progress, cell -> compare(sorted, cells, cell, nearest));
    introduce(sorted, nearest, progress);
    return nearest.graph().renumbered(cells.place(), cells.order());
  }

  /**
   * Compares each face with the neighbours of its neighbours (one round of NN-descent, Dong,
   * Charikar and Li, 2011): of two faces of one person in different cells, most have a third in
   * common. All look at the same rows, those before the round, so that the order plays no part.
   */
  private static void introduce(Vectors vectors, TopK nearest, Progress progress) {
    NeighbourGraph before = nearest.graph();
    ParallelFor.share(
        (before.size() + PIECE - 1) / PIECE,
        "Comparing neighbours of neighbours",
        progress,
        piece -> {
          int[] others = new int[INTRODUCED * INTRODUCED];
          int end = Math.min(before.size(), (piece + 1) * PIECE);
          for (int face = piece * PIECE; face < end; face++) {
            int[] known = neighbours(before, face);
            int count = neighboursOfNeighbours(before, face, others);
            int k = 0;
            for (int i = 0; i < count; i++) {
              int other = others[i];
              while (k < known.length && known[k] < other) {
                k++;
              }
              boolean met = k < known.length && known[k] == other;
              if (!met && other != face && (i == 0 || other != others[i - 1])) {
                tell(nearest, face, other, vectors.cosine(face, other));
              }
            }
          }
        });
  }

  /** In the order of their numbers. */
  private static int[] neighbours(NeighbourGraph graph, int face) {
    int[] known = new int[graph.degree(face)];
    Arrays.setAll(known, n -> graph.neighbour(face, n));
    Arrays.sort(known);
    return known;
  }

  /** In the order of their numbers, so that equal ones are side by side. */
  private static int neighboursOfNeighbours(NeighbourGraph graph, int face, int[] others) {
    int count = 0;
    for (int n = 0; n < Math.min(INTRODUCED, graph.degree(face)); n++) {
      int neighbour = graph.neighbour(face, n);
      for (int m = 0; m < Math.min(INTRODUCED, graph.degree(neighbour)); m++) {
        others[count++] = graph.neighbour(neighbour, m);
      }
    }
    Arrays.sort(others, 0, count);
    return count;
  }

  private static void tell(TopK nearest, int face, int other, float cosine) {
    if (cosine >= nearest.limit(face)) {
      nearest.offer(face, other, cosine);
    }
    if (cosine >= nearest.limit(other)) {
      nearest.offer(other, face, cosine);
    }
  }

  /**
   * Middles of cells, learned from faces that are spread evenly over all in the order of their
   * vectors, so that the order of the faces plays no part.
   */
  private static Vectors centres(Vectors vectors, Progress progress) {
    int count = Math.max(1, vectors.size() / FACES_PER_CELL);
    int[] order = OrderInvariantClusterer.order(vectors);
    Vectors sample = vectors.select(spread(order, Math.min(order.length, count * SAMPLE_PER_CELL)));
    Vectors centres = vectors.select(spread(order, count));
    for (int round = 0; round < ROUNDS && !progress.isCanceled(); round++) {
      NeighbourGraph nearest = new NeighbourSearch(1, -1).between(sample, centres, Progress.SILENT);
      int[] labels = new int[sample.size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = nearest.neighbour(i, 0);
      }
      centres = Centroids.of(sample, labels, count);
      progress.at(round + 1, ROUNDS, "Dividing the faces");
    }
    return centres;
  }

  private static int[] spread(int[] order, int count) {
    int[] some = new int[count];
    for (int i = 0; i < count; i++) {
      some[i] = order[(int) ((long) i * order.length / count)];
    }
    return some;
  }

  /**
   * Compares the members of a cell with all that look into it, and tells both sides. The limits are
   * kept side by side: looking each up where it belongs would cost more than the cosine.
   */
  private static void compare(Vectors vectors, Cells cells, int cell, TopK nearest) {
    CosineBlock block = new CosineBlock(vectors.dimension());
    float[] cosines = new float[CosineBlock.WIDTH];
    float[] limits = new float[CosineBlock.WIDTH];
    int end = cells.members()[cell + 1];
    for (int from = cells.members()[cell]; from < end; from += CosineBlock.WIDTH) {
      block.fill(vectors, from, Math.min(from + CosineBlock.WIDTH, end));
      for (int j = 0; j < block.width(); j++) {
        limits[j] = nearest.limit(from + j);
      }
      for (int v = cells.starts()[cell]; v < cells.starts()[cell + 1]; v++) {
        int visitor = cells.visitors()[v];
        block.cosines(vectors, visitor, cosines);
        float limit = nearest.limit(visitor);
        for (int j = 0; j < block.width(); j++) {
          if ((cosines[j] >= limit || cosines[j] >= limits[j]) && from + j != visitor) {
            tell(nearest, visitor, from + j, cosines[j]);
            limit = nearest.limit(visitor);
            limits[j] = nearest.limit(from + j);
          }
        }
      }
    }
  }

  /**
   * Which faces belong to each cell, and which look into it. Faces are numbered cell by cell.
   *
   * @param order the old number of each face
   * @param place the new number of each old one
   * @param members where the faces of each cell begin, and one more: where the last end
   * @param starts where the row of those that look into each cell begins, and one more
   * @param visitors row after row
   */
  private record Cells(int[] order, int[] place, int[] members, int[] starts, int[] visitors) {

    /**
     * @param nearest the nearest cells of each face, by its old number
     */
    static Cells of(NeighbourGraph nearest, int count) {
      int size = nearest.size();
      int[] members = new int[count + 1];
      int[] starts = new int[count + 1];
      for (int face = 0; face < size; face++) {
        for (int n = 0; n < nearest.degree(face); n++) {
          members[nearest.neighbour(face, n) + 1] += n == 0 ? 1 : 0;
          starts[nearest.neighbour(face, n) + 1]++;
        }
      }
      for (int cell = 0; cell < count; cell++) {
        members[cell + 1] += members[cell];
        starts[cell + 1] += starts[cell];
      }
      int[] order = new int[size];
      int[] place = new int[size];
      int[] next = members.clone();
      for (int face = 0; face < size; face++) {
        place[face] = next[nearest.neighbour(face, 0)]++;
        order[place[face]] = face;
      }
      int[] visitors = new int[starts[count]];
      next = starts.clone();
      for (int at = 0; at < size; at++) {
        for (int n = 0; n < nearest.degree(order[at]); n++) {
          visitors[next[nearest.neighbour(order[at], n)]++] = at;
        }
      }
      return new Cells(order, place, members, starts, visitors);
    }
  }
}
