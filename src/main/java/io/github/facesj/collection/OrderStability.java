package io.github.facesj.collection;

import io.github.facesj.cluster.FaceState;
import io.github.facesj.cluster.Grouping;
import io.github.facesj.cluster.Partition;
import io.github.facesj.cluster.Pictures;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.metrics.ClusteringScores;
import io.github.facesj.run.Progress;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether a way of grouping comes to the same result when it gets the same faces in another order:
 * one that does not would tell something about the order of files, not about people.
 *
 * @param f B-cubed F between both results, 0 to 1
 * @param faces on how many faces it was measured
 */
record OrderStability(double f, int faces) {

  /** Enough for a share of a thousandth, and grouped in about a second. */
  private static final int SAMPLE = 3000;

  /** Any number does; the same one each time, so that two reports are equal. */
  private static final long SEED = 1;

  /** Measures on evenly spread faces. */
  static OrderStability of(
      List<FaceState> faces, Vectors vectors, Grouping grouping, Progress progress) {
    int[] good = IntStream.range(0, faces.size()).filter(i -> !faces.get(i).poor()).toArray();
    int size = Math.min(SAMPLE, good.length);
    if (size == 0) {
      return new OrderStability(1, 0);
    }
    int[] sample =
        IntStream.range(0, size).map(i -> good[(int) ((long) i * good.length / size)]).toArray();
    int[] order = shuffled(size);
    Pictures unknown = Pictures.apart(size);
    Partition straight = grouping.group(vectors.select(sample), unknown, progress);
    int[] mixture = IntStream.of(order).map(i -> sample[i]).toArray();
    Partition mixed = grouping.group(vectors.select(mixture), unknown, progress);
    int[] back = new int[size];
    for (int i = 0; i < size; i++) {
      back[order[i]] = mixed.label(i);
    }
    return new OrderStability(ClusteringScores.of(straight, Partition.of(back)).bCubed().f(), size);
  }

  private static int[] shuffled(int size) {
    int[] order = IntStream.range(0, size).toArray();
    Random random = new Random(SEED);
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int face = order[i];
      order[i] = order[other];
      order[other] = face;
    }
    return order;
  }
}
