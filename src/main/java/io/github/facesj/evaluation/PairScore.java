package io.github.facesj.evaluation;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What became of a pair of photos: a distance, or a reason why there is none.
 *
 * @param pair the photos and the truth about them
 * @param distance of the kind of the embedder; empty where a photo has a problem
 * @param problem what is wrong with the photos, or empty
 */
public record PairScore(Pair pair, OptionalDouble distance, String problem) {

  /**
   * @throws IllegalArgumentException if there is both a distance and a problem, or neither
   */
  public PairScore {
    Objects.requireNonNull(pair, "pair");
    if (distance.isPresent() != problem.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A pair has a distance or a problem, but got %s and \"%s\".",
              distance,
              problem));
    }
  }
}
