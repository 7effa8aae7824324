package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Lets a clusterer whose result depends on the order of the faces see them in an order that the
 * vectors themselves give: that of their numbers, from the first to the last. Only faces with equal
 * vectors can then be taken for one another.
 *
 * @param inner the clusterer
 */
record OrderFree(Clusterer inner) implements Clusterer {

  @Override
  public Partition cluster(Vectors vectors, NeighbourGraph graph, Progress progress) {
    int[] order = order(vectors);
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    Partition sorted =
        inner.cluster(vectors.select(order), graph.renumbered(order, place), progress);
    return Partition.of(Arrays.stream(place).map(sorted::label).toArray());
  }

  /** The faces in the order of their vectors; equal ones in the order of their numbers. */
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
