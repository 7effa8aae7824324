package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Lets a clusterer whose result depends on the order of the faces see them in an order that the
 * vectors themselves give: each followed by its neighbours, so that faces which are near each other
 * are near in memory, too. Only faces with equal vectors can then be taken for one another.
 *
 * @param inner the clusterer
 */
record OrderInvariantClusterer(Clusterer inner) implements Clusterer {

  @Override
  public Partition cluster(Vectors vectors, NeighbourGraph graph, Progress progress) {
    int[] order = neighboursTogether(order(vectors), graph);
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    Partition sorted =
        inner.cluster(vectors.select(order), graph.renumbered(order, place), progress);
    return Partition.of(Arrays.stream(place).map(sorted::label).toArray());
  }

  /** The faces breadth first: where one has not come yet, it begins anew. */
  private static int[] neighboursTogether(int[] starts, NeighbourGraph graph) {
    int[] order = new int[starts.length];
    boolean[] seen = new boolean[starts.length];
    int end = 0;
    int next = 0;
    for (int start : starts) {
      if (!seen[start]) {
        seen[start] = true;
        order[end++] = start;
      }
      for (; next < end; next++) {
        int face = order[next];
        for (int n = 0; n < graph.degree(face); n++) {
          int neighbour = graph.neighbour(face, n);
          if (!seen[neighbour]) {
            seen[neighbour] = true;
            order[end++] = neighbour;
          }
        }
      }
    }
    return order;
  }

  /**
   * The faces by the numbers of their vectors, from the first to the last; equal ones by their own.
   */
  static int[] order(Vectors vectors) {
    float[] values = vectors.values();
    int dimension = vectors.dimension();
    return IntStream.range(0, vectors.size())
        .boxed()
        .sorted(
            (a, b) ->
                Arrays.compare(
                    values,
                    a * dimension,
                    (a + 1) * dimension,
                    values,
                    b * dimension,
                    (b + 1) * dimension))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
