package io.github.facesj.face;

import io.github.facesj.api.PublicApi;
import java.util.Arrays;
import java.util.Locale;

/**
 * A face as a point on the unit sphere: close points are likely the same person. It knows which
 * model made it, because vectors of different models mean nothing to each other.
 */
@PublicApi
public final class Embedding {

  private final String model;
  private final float[] unit;

  private Embedding(String model, float[] unit) {
    this.model = model;
    this.unit = unit;
  }

  /**
   * Normalises to length 1.
   *
   * @param model id of the model, with what else decides the meaning of the vector
   * @param values raw output of the model, copied
   * @throws IllegalArgumentException if a value is not finite or all are zero
   */
  public static Embedding of(String model, float... values) {
    double sum = 0;
    for (float v : values) {
      sum += (double) v * v;
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The vector of model %s cannot be normalised: it is zero or holds NaN or infinity.",
              model));
    }
    double norm = Math.sqrt(sum);
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / norm);
    }
    return new Embedding(model, unit);
  }

  /**
   * Takes values that are normalised already, as they are, so that a stored embedding comes back
   * bit by bit.
   *
   * @throws IllegalArgumentException if their length is not 1 within 1e-3
   */
  public static Embedding ofUnit(String model, float... values) {
    double sum = 0;
    for (float v : values) {
      sum += (double) v * v;
    }
    if (!(Math.abs(Math.sqrt(sum) - 1) < 1e-3)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A stored vector of model %s must have length 1, but has %s.",
              model,
              Math.sqrt(sum)));
    }
    return new Embedding(model, values.clone());
  }

  public String model() {
    return model;
  }

  /** Number of values. */
  public int size() {
    return unit.length;
  }

  /** A copy of the normalised values. */
  public float[] toArray() {
    return unit.clone();
  }

  /**
   * Cosine of the angle between two embeddings, -1 to 1.
   *
   * @throws IllegalArgumentException if they come from different models
   */
  public double cosine(Embedding other) {
    if (!model.equals(other.model) || unit.length != other.unit.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Embeddings of different models cannot be compared: %s with %s.",
              model,
              other.model));
    }
    double dot = 0;
    for (int i = 0; i < unit.length; i++) {
      dot += (double) unit[i] * other.unit[i];
    }
    return Math.max(-1, Math.min(1, dot));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Embedding e && e.model.equals(model) && Arrays.equals(e.unit, unit);
  }

  @Override
  public int hashCode() {
    return 31 * model.hashCode() + Arrays.hashCode(unit);
  }

  @Override
  public String toString() {
    return "Embedding[" + model + ", " + unit.length + " values]";
  }
}
