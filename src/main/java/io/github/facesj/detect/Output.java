package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import java.util.Locale;
import java.util.function.Function;

/** What all decoders do alike with a network's numbers. */
final class Output {

  /** Numbers of five points. */
  static final int POINTS = 10;

  private Output() {}

  /** An output that must have exactly the given number of values. */
  static float[] get(Function<String, float[]> outputs, String name, int size) {
    float[] values = outputs.apply(name);
    if (values.length != size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The output \"%s\" has %d numbers where %d were expected. Its card does not fit its"
                  + " file.",
              name,
              values.length,
              size));
    }
    return values;
  }

  /**
   * Whether a score is below the floor; one that is not a number is an error, never "no face".
   *
   * @throws IllegalArgumentException if the score is not a number
   */
  static boolean below(double score, double floor) {
    if (Double.isNaN(score)) {
      throw new IllegalArgumentException("The network gave a score that is not a number.");
    }
    return score < floor;
  }

  /** A face with a score that rounding may have lifted a little above 1. */
  static Face face(Box box, double score) {
    return Face.of(box, Math.min(1, score));
  }

  /** A face with a score that rounding may have lifted a little above 1, and five points. */
  static Face face(Box box, double score, double[] points) {
    return Face.of(box, Math.min(1, score), Landmarks.of(LandmarkScheme.FIVE, points));
  }
}
