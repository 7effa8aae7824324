package io.github.facesj.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The faces of a plan in the order of their ids, so that nothing depends on the order in which they
 * were given. A face is known by its place in this order from here on.
 */
final class PlanFaces {

  private final FaceState[] states;
  private final int[] rows;
  private final int[] pictures;
  private final Vectors vectors;

  PlanFaces(List<FaceState> given, Vectors vectors) {
    if (given.size() != vectors.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d faces do not fit %d vectors.", given.size(), vectors.size()));
    }
    this.vectors = vectors;
    this.rows =
        IntStream.range(0, given.size())
            .boxed()
            .sorted(Comparator.comparingLong(row -> given.get(row).id()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.states = new FaceState[rows.length];
    this.pictures = new int[rows.length];
    Map<PictureId, Integer> numbers = new HashMap<>();
    for (int i = 0; i < rows.length; i++) {
      states[i] = given.get(rows[i]);
      if (i > 0 && states[i].id() == states[i - 1].id()) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "Face %d was given twice.", states[i].id()));
      }
      pictures[i] =
          numbers.computeIfAbsent(
              new PictureId(states[i].photo(), states[i].page()), p -> numbers.size());
    }
  }

  int size() {
    return states.length;
  }

  FaceState state(int face) {
    return states[face];
  }

  /** Equal for faces in one picture, from 0. */
  int picture(int face) {
    return pictures[face];
  }

  /**
   * The pictures of some faces, in the order given.
   *
   * @param onePerPicture whether two faces in one picture are two people; if not, nothing is said
   */
  Pictures pictures(int[] faces, boolean onePerPicture) {
    return onePerPicture
        ? Pictures.of(Arrays.stream(faces).map(face -> pictures[face]).toArray())
        : Pictures.apart(faces.length);
  }

  /** Where in the list that was given the face stood. */
  int row(int face) {
    return rows[face];
  }

  /** The faces' clusters as they were. */
  long[] clusters() {
    return Arrays.stream(states).mapToLong(FaceState::cluster).toArray();
  }

  /** Vectors of some faces, in the order given; not copied if they are all, in their own order. */
  Vectors select(int[] faces) {
    int[] wanted = Arrays.stream(faces).map(face -> rows[face]).toArray();
    boolean all = wanted.length == vectors.size();
    for (int i = 0; all && i < wanted.length; i++) {
      all = wanted[i] == i;
    }
    return all ? vectors : vectors.select(wanted);
  }

  /**
   * The centroids of clusters.
   *
   * @param clusters the cluster of each face, from 0; a negative one is none
   */
  Vectors centroids(int[] clusters, int count) {
    int[] byRow = new int[clusters.length];
    for (int face = 0; face < clusters.length; face++) {
      byRow[rows[face]] = clusters[face];
    }
    return Centroids.of(vectors, byRow, count);
  }

  /** Adds the vector of a face to a sum. */
  void addTo(double[] sum, int face, int sign) {
    int from = rows[face] * vectors.dimension();
    float[] values = vectors.values();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += sign * values[from + i];
    }
  }

  double dot(double[] sum, int face) {
    int from = rows[face] * vectors.dimension();
    float[] values = vectors.values();
    double dot = 0;
    for (int i = 0; i < sum.length; i++) {
      dot += sum[i] * values[from + i];
    }
    return dot;
  }

  int dimension() {
    return vectors.dimension();
  }

  /** The faces for which something holds, ascending. */
  int[] where(IntPredicate condition) {
    return IntStream.range(0, size()).filter(condition).toArray();
  }
}
