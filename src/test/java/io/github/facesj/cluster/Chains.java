package io.github.facesj.cluster;

import io.github.facesj.run.Progress;

/**
 * Groups faces that a chain of likeness joins: of all clusterers the one that a new face upsets
 * most.
 */
record Chains(double similarity) implements Grouping {

  @Override
  public Partition group(Vectors vectors, Pictures pictures, Progress progress) {
    int[] labels = new int[vectors.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i;
      for (int j = 0; j < i; j++) {
        if (vectors.cosine(i, j) >= similarity && labels[j] != labels[i]) {
          int from = labels[j];
          int to = labels[i];
          for (int k = 0; k <= i; k++) {
            labels[k] = labels[k] == from ? to : labels[k];
          }
        }
      }
    }
    return Partition.of(labels);
  }
}
