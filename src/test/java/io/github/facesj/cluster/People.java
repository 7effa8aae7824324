package io.github.facesj.cluster;

import java.util.Random;

/** Made-up faces: people are random directions, faces are spread around them. */
final class People {

  private final Vectors vectors;
  private final int[] truth;

  private People(Vectors vectors, int[] truth) {
    this.vectors = vectors;
    this.truth = truth;
  }

  /**
   * @param cosine mean cosine of two faces of one person
   */
  static People random(long seed, int faces, int people, int dimension, double cosine) {
    Random random = new Random(seed);
    float[][] centres = new float[people][];
    for (int p = 0; p < people; p++) {
      centres[p] = direction(random, dimension);
    }
    float[] values = new float[faces * dimension];
    int[] truth = new int[faces];
    for (int i = 0; i < faces; i++) {
      truth[i] = random.nextInt(people);
      float[] noise = direction(random, dimension);
      double near = Math.sqrt(cosine);
      double far = Math.sqrt(1 - cosine);
      for (int d = 0; d < dimension; d++) {
        noise[d] = (float) (near * centres[truth[i]][d] + far * noise[d]);
      }
      normalise(noise);
      System.arraycopy(noise, 0, values, i * dimension, dimension);
    }
    return new People(Vectors.wrap(dimension, values), truth);
  }

  private static float[] direction(Random random, int dimension) {
    float[] v = new float[dimension];
    for (int d = 0; d < dimension; d++) {
      v[d] = (float) random.nextGaussian();
    }
    normalise(v);
    return v;
  }

  private static void normalise(float[] v) {
    double sum = 0;
    for (float x : v) {
      sum += (double) x * x;
    }
    for (int d = 0; d < v.length; d++) {
      v[d] /= (float) Math.sqrt(sum);
    }
  }

  Vectors vectors() {
    return vectors;
  }

  Partition truth() {
    return Partition.of(truth);
  }
}
