package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.Arrays;

/**
 * Density-based clusters (Ester et al., 1996): faces with enough near ones are cores, cores that
 * are near each other are one cluster, and other faces join the nearest core that is near enough.
 * That last rule, and that neighbours are those of the graph, differ from the paper, where such a
 * face goes to whichever cluster comes first.
 *
 * @param least cosine at which two faces are near each other
 * @param core faces, itself included, that a core has near it
 */
record Dbscan(double least, int core) implements Clusterer {

  @Override
  public Partition cluster(Vectors vectors, NeighbourGraph graph, Progress progress) {
    NeighbourGraph near = graph.bothWays(least);
    int size = near.size();
    boolean[] cores = new boolean[size];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      cores[i] = near.degree(i) + 1 >= core;
      labels[i] = i;
    }
    for (int i = 0; i < size && !progress.isCanceled(); i++) {
      for (int n = 0; cores[i] && n < near.degree(i); n++) {
        if (cores[near.neighbour(i, n)]) {
          labels[Dendrogram.root(labels, near.neighbour(i, n))] = Dendrogram.root(labels, i);
        }
      }
    }
    int[] result = new int[size];
    Arrays.setAll(result, i -> cores[i] ? Dendrogram.root(labels, i) : i);
    for (int i = 0; i < size; i++) {
      for (int n = 0; !cores[i] && n < near.degree(i); n++) {
        if (cores[near.neighbour(i, n)]) {
          result[i] = result[near.neighbour(i, n)];
          break;
        }
      }
    }
    return Partition.of(result);
  }
}
