package io.github.facesj.embed;

import io.github.facesj.face.Embedding;
import java.util.Locale;

/**
 * How far two embeddings are apart. All four say the same in different numbers, because the vectors
 * have length one: each is a rising function of the others.
 */
public enum Distance {
  /** 1 - cosine, 0 to 2. */
  COSINE {
    @Override
    double ofCosine(double cosine) {
      return 1 - cosine;
    }

    @Override
    double cosine(double distance) {
      return 1 - distance;
    }
  },
  /** Length of the difference, 0 to 2: the square root of 2 - 2 cosine. */
  EUCLIDEAN {
    @Override
    double ofCosine(double cosine) {
      return Math.sqrt(2 - 2 * cosine);
    }

    @Override
    double cosine(double distance) {
      return 1 - distance * distance / 2;
    }
  },
  /** Squared length of the difference, 0 to 4: 2 - 2 cosine. */
  SQUARED_EUCLIDEAN {
    @Override
    double ofCosine(double cosine) {
      return 2 - 2 * cosine;
    }

    @Override
    double cosine(double distance) {
      return 1 - distance / 2;
    }
  },
  /** Angle in degrees, 0 to 180. */
  ANGLE {
    @Override
    double ofCosine(double cosine) {
      return Math.toDegrees(Math.acos(cosine));
    }

    @Override
    double cosine(double distance) {
      return Math.cos(Math.toRadians(distance));
    }
  };

  abstract double ofCosine(double cosine);

  abstract double cosine(double distance);

  /**
   * The distance of two vectors of length one with this cosine, -1 to 1. Sums of floats of a vector
   * with itself may exceed 1 in the last digit and count as 1.
   */
  public double fromCosine(double cosine) {
    return ofCosine(Math.max(-1, Math.min(1, cosine)));
  }

  /** The greatest distance there is. */
  public double greatest() {
    return fromCosine(-1);
  }

  /**
   * The cosine that belongs to a distance, -1 to 1.
   *
   * @throws IllegalArgumentException if there is no such distance
   */
  public double toCosine(double distance) {
    if (!(distance >= 0 && distance <= greatest())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A distance of kind %s must be between 0 and %s, but was %s.",
              name().toLowerCase(java.util.Locale.ROOT),
              greatest(),
              distance));
    }
    return Math.max(-1, Math.min(1, cosine(distance)));
  }

  /** The same distance in the numbers of another kind. */
  public double convert(double distance, Distance other) {
    return other.fromCosine(toCosine(distance));
  }

  /**
   * The distance of two embeddings.
   *
   * @throws IllegalArgumentException if they come from different models
   */
  public double between(Embedding a, Embedding b) {
    return fromCosine(a.cosine(b));
  }
}
