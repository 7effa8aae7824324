package io.github.facesj.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which faces belong together. Each face has the label of its cluster, and clusters are labelled by
 * their smallest face, so that equal partitions have equal labels. Immutable.
 */
public final class Partition {

  private final int[] labels;

  private Partition(int[] labels) {
    this.labels = labels;
  }

  /**
   * @param labels any numbers; faces with equal ones belong together; copied
   */
  public static Partition of(int... labels) {
    Map<Integer, Integer> first = new HashMap<>();
    int[] canonical = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int face = i;
      canonical[i] = first.computeIfAbsent(labels[i], label -> face);
    }
    return new Partition(canonical);
  }

  /** Every face alone. */
  public static Partition singletons(int size) {
    int[] labels = new int[size];
    Arrays.setAll(labels, i -> i);
    return new Partition(labels);
  }

  /** Number of faces. */
  public int size() {
    return labels.length;
  }

  /** The smallest face of the cluster that a face is in. */
  public int label(int face) {
    return labels[face];
  }

  /** Whether two faces belong together. */
  public boolean together(int a, int b) {
    return labels[a] == labels[b];
  }

  /** The labels of all faces, copied. */
  public int[] labels() {
    return labels.clone();
  }

  /** The faces of each cluster, ascending; clusters by their smallest face. */
  public List<int[]> blocks() {
    int[] sizes = new int[labels.length];
    for (int label : labels) {
      sizes[label]++;
    }
    int[][] blocks = new int[labels.length][];
    int[] filled = new int[labels.length];
    for (int face = 0; face < labels.length; face++) {
      int label = labels[face];
      if (blocks[label] == null) {
        blocks[label] = new int[sizes[label]];
      }
      blocks[label][filled[label]++] = face;
    }
    return Arrays.stream(blocks).filter(Objects::nonNull).toList();
  }

  /** Number of clusters, those of one face included. */
  public int clusters() {
    int count = 0;
    for (int i = 0; i < labels.length; i++) {
      count += labels[i] == i ? 1 : 0;
    }
    return count;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Partition p && Arrays.equals(p.labels, labels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(labels);
  }

  @Override
  public String toString() {
    return "Partition" + Arrays.toString(labels);
  }
}
