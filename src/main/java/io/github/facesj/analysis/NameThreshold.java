package io.github.facesj.analysis;

import io.github.facesj.run.Share;
import java.util.Locale;
import java.util.Optional;

/**
 * The greatest distance at which a face is given the name of the nearest of several known people,
 * and how often that would be a stranger's.
 *
 * @param value of the embedder's kind of distance
 * @param origin where it comes from, for a person: the user, the last calibration, the model's card
 * @param falseName share of strangers who are given a name, where that is known
 * @param people how many people are known
 * @param comparisons how many faces of them a face is compared with
 */
public record NameThreshold(
    double value, String origin, Optional<Double> falseName, int people, int comparisons) {

  /** Share of strangers who are given a name, unless the user asks for another threshold. */
  public static final double RATE = 1e-3;

  /** As in {@code 1 in 1,000}; empty where it is not known. */
  public Optional<String> rateWords() {
    return falseName.map(Share::words);
  }

  /** For a person. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "threshold %.4f (%s, for %,d %s of %,d %s; %s)",
        value,
        origin,
        comparisons,
        comparisons == 1 ? "face" : "faces",
        people,
        people == 1 ? "person" : "people",
        rateWords()
            .map(rate -> "a stranger is named: " + rate)
            .orElse("how often a stranger is named was not measured"));
  }
}
