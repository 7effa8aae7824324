package io.github.facesj.benchmark;

import io.github.facesj.cluster.Partition;
import io.github.facesj.cluster.Vectors;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * Made-up faces of a crowd, in any order. As archives have it, the k-th person has a number of
 * faces like 1/k (Zipf's law), so that a few people are there thousands of times and many once. Two
 * faces of one person have a mean cosine of 0.58, two of different people 0.
 */
final class Crowd {

  static final int DIMENSION = 128;

  /** Greatest cosine distance of faces that belong together, for this noise. */
  static final double THRESHOLD = 0.6;

  private static final double NOISE = 0.85;

  /** One part of all faces shows the first person. */
  private static final double PARTS = 12;

  private final Random random = new Random(1);
  private final int[] people;
  private final float[][] centres;
  private int made;

  private Crowd(int size, IntUnaryOperator facesOf) {
    people = people(size, facesOf);
    centres = new float[size + 1][];
  }

  /** A crowd as archives have it. */
  static Crowd zipf(int size) {
    return new Crowd(size, person -> Math.max(1, (int) (size / PARTS / person)));
  }

  /** Everyone is there as often: the hardest crowd for a search that divides it into parts. */
  static Crowd even(int size, int each) {
    return new Crowd(size, person -> each);
  }

  private int[] people(int size, IntUnaryOperator facesOf) {
    int[] who = new int[size];
    int person = 0;
    int done = 0;
    while (done < size) {
      person++;
      int share = facesOf.applyAsInt(person);
      for (int i = 0; i < share && done < size; i++) {
        who[done++] = person;
      }
    }
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int here = who[i];
      who[i] = who[other];
      who[other] = here;
    }
    return who;
  }

  /** The vector of the next face. */
  float[] next() {
    int person = people[made++];
    if (centres[person] == null) {
      centres[person] = unit(new float[DIMENSION], 1);
    }
    return unit(centres[person], NOISE);
  }

  /** The vectors of all faces, from the first. */
  Vectors all() {
    float[] values = new float[people.length * DIMENSION];
    for (int i = 0; i < people.length; i++) {
      System.arraycopy(next(), 0, values, i * DIMENSION, DIMENSION);
    }
    return Vectors.wrap(DIMENSION, values);
  }

  /** Who the first faces are. */
  Partition truth(int size) {
    return Partition.of(Arrays.copyOf(people, size));
  }

  private float[] unit(float[] centre, double noise) {
    float[] vector = centre.clone();
    double length = 0;
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] += (float) (noise * random.nextGaussian() / Math.sqrt(DIMENSION));
      length += vector[d] * vector[d];
    }
    for (int d = 0; d < DIMENSION; d++) {
      vector[d] /= (float) Math.sqrt(length);
    }
    return vector;
  }
}
