package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Arrays;
import java.util.Random;

/**
 * Chinese Whispers (Biemann, 2006): again and again each face takes the label that weighs most
 * among its neighbours. The order in which they do so is drawn once for each round, from a fixed
 * seed.
 *
 * @param least cosine of two faces that hear each other; edges weigh their cosine
 */
record ChineseWhispers(double least) implements Clusterer {

  /** dlib runs as many; more change next to nothing. */
  private static final int ROUNDS = 100;

  private static final long SEED = 1;

  @Override
  public Partition cluster(Vectors vectors, NeighbourGraph graph, Progress progress) {
    NeighbourGraph edges = graph.bothWays(least);
    int size = edges.size();
    int[] labels = new int[size];
    Arrays.setAll(labels, i -> i);
    int[] order = labels.clone();
    Random random = new Random(SEED);
    LabelSums weights = new LabelSums(size);
    boolean changed = true;
    for (int round = 0; round < ROUNDS && changed && !progress.isCanceled(); round++) {
      shuffle(order, random);
      changed = false;
      for (int face : order) {
        for (int n = 0; n < edges.degree(face); n++) {
          weights.add(labels[edges.neighbour(face, n)], edges.cosine(face, n));
        }
        int heaviest = weights.heaviest(labels[face]);
        weights.clear();
        changed |= heaviest != labels[face];
        labels[face] = heaviest;
      }
      progress.at(round + 1, ROUNDS, "Passing labels on");
    }
    return Partition.of(labels);
  }

  /** Fisher and Yates. */
  static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
