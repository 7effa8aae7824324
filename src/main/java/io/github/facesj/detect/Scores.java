package io.github.facesj.detect;

import java.util.Locale;

/** What a score may be. */
final class Scores {

  private Scores() {}

  /**
   * @throws IllegalArgumentException if the score is not between 0 and 1
   */
  static double require(double score) {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The score threshold must be between 0 and 1, but was %s.", score));
    }
    return score;
  }
}
