package io.github.facesj.gallery;

import io.github.facesj.embed.ImpostorTail;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How often a stranger is taken for one of several known people. With {@code n} comparisons and a
 * false match rate {@code r} of each, that is {@code 1 - (1 - r)^n} (false positive identification
 * rate, ISO/IEC 19795-1; Jain, Ross, Prabhakar, An introduction to biometric recognition, IEEE
 * Trans. Circuits Syst. Video Technol. 14, 2004). It is the rate of independent comparisons; those
 * of one face with several of one person are not, so that the true one is smaller.
 *
 * <p>Where the known people are more alike among themselves than those of the card, by a mean
 * cosine {@code m} instead of {@code c}, a part {@code e = (m - c) / (1 - c)} of every cosine says
 * nothing about who somebody is. Then a cosine of {@code e + (1 - e) x} counts as {@code x}, so
 * that thresholds rise; where they are less alike, nothing changes.
 *
 * @param tail of the pairs of two people
 * @param comparisons {@code n}, at least 1
 * @param common {@code e}, at least 0 and below 1
 */
public record IdentificationRates(ImpostorTail tail, int comparisons, double common) {

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public IdentificationRates {
    if (comparisons < 1 || !(common >= 0 && common < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There must be at least one comparison, and a common part of 0 up to 1, but these"
                  + " were %d and %s.",
              comparisons,
              common));
    }
  }

  /** Of faces that are compared with a gallery's. */
  public static IdentificationRates of(ImpostorTail tail, Cohort known) {
    return new IdentificationRates(tail, known.comparisons(), 0).among(known.likeness());
  }

  /**
   * The same among people who are at least this much alike.
   *
   * @param likeness mean cosine of the faces of two people; where it is not known, nothing changes
   */
  public IdentificationRates among(OptionalDouble likeness) {
    double common = likeness.orElse(-1) - tail.mean();
    return new IdentificationRates(
        tail,
        comparisons,
        Math.max(this.common, Math.min(common / (1 - tail.mean()), Math.nextDown(1.0))));
  }

  /**
   * The cosine from which on a share of strangers is taken for somebody known.
   *
   * @param rate above 0, below 1
   * @return at most 1; rises with the comparisons, and as the rate falls
   */
  public double cosine(double rate) {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "A false identification rate must be above 0 and below 1, but was " + rate + ".");
    }
    double each = -Math.expm1(Math.log1p(-rate) / comparisons);
    return Math.min(1, common + (1 - common) * tail.cosine(each));
  }

  /** The share of strangers who are taken for somebody known from a cosine on, 0 to 1. */
  public double rate(double cosine) {
    double each = tail.rate((cosine - common) / (1 - common));
    return each >= 1 ? 1 : -Math.expm1(comparisons * Math.log1p(-each));
  }
}
