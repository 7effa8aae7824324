package io.github.facesj.gallery;

import io.github.facesj.face.Embedding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The known people as a crowd: how many a face is compared with, and how alike they are among
 * themselves. Children of one age, relatives, and rendered people are more alike than the people
 * that a model's rates were measured on, and the gallery shows it.
 *
 * @param people how many
 * @param comparisons what a face is compared with: each enrolled face is one comparison
 * @param likeness mean cosine of the faces of two people, all pairs of people counting the same;
 *     empty for less than two people
 */
public record Cohort(int people, int comparisons, OptionalDouble likeness) {

  /**
   * @throws IllegalArgumentException if there is nobody
   */
  public Cohort {
    if (people < 1 || comparisons < people) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A cohort needs people, and a face of each, but has %d people and %d faces.",
              people,
              comparisons));
    }
  }

  /** Of people with several faces each. */
  public static Cohort of(List<Enrolled> faces) {
    SortedMap<String, List<float[]>> people = new TreeMap<>();
    faces.forEach(
        f ->
            people
                .computeIfAbsent(f.person(), p -> new ArrayList<>())
                .add(f.embedding().toArray()));
    List<float[]> means = people.values().stream().map(Cohort::mean).toList();
    return new Cohort(people.size(), faces.size(), likeness(means));
  }

  /**
   * Of people with one vector each that a face is compared with.
   *
   * @param means of each person's faces
   */
  public static Cohort ofMeans(List<float[]> means) {
    return new Cohort(means.size(), means.size(), likeness(means));
  }

  /** How alike faces are that belong to different people, such as those of one photo. */
  public static OptionalDouble likenessOf(Collection<Embedding> faces) {
    return likeness(faces.stream().map(Embedding::toArray).toList());
  }

  private static float[] mean(List<float[]> vectors) {
    float[] mean = new float[vectors.get(0).length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  /** The sum over all pairs is half of what the square of the sum has beyond the squares. */
  private static OptionalDouble likeness(List<float[]> means) {
    int n = means.size();
    if (n < 2) {
      return OptionalDouble.empty();
    }
    double[] sum = new double[means.get(0).length];
    double squares = 0;
    for (float[] mean : means) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += mean[i];
        squares += (double) mean[i] * mean[i];
      }
    }
    double all = 0;
    for (double s : sum) {
      all += s * s;
    }
    return OptionalDouble.of(Math.max(-1, Math.min(1, (all - squares) / ((double) n * (n - 1)))));
  }
}
