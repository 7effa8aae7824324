package io.github.facesj.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Faces by their cluster. */
final class ClusterMembers {

  private ClusterMembers() {}

  /**
   * @param clusters the cluster of each face; faces in none are left out
   * @return the faces of each, ascending
   */
  static SortedMap<Long, int[]> of(long[] clusters) {
    int[] sorted =
        IntStream.range(0, clusters.length)
            .filter(face -> clusters[face] != FaceState.NONE)
            .boxed()
            .sorted(Comparator.comparingLong((Integer face) -> clusters[face]))
            .mapToInt(Integer::intValue)
            .toArray();
    SortedMap<Long, int[]> members = new TreeMap<>();
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && clusters[sorted[to]] == clusters[sorted[from]]) {
        to++;
      }
      members.put(clusters[sorted[from]], Arrays.copyOfRange(sorted, from, to));
      from = to;
    }
    return members;
  }
}
