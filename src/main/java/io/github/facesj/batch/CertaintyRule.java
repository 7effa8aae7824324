package io.github.facesj.batch;

import io.github.facesj.embed.Distance;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.ImpostorTail;
import io.github.facesj.gallery.Cohort;
import io.github.facesj.gallery.IdentificationRates;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From when on a face is surely that of a known person, and from when on it may be: what is between
 * is a doubt, in which a face is covered. Stricter than what a face is named by, because a face
 * that stays visible by mistake cannot be taken back.
 *
 * @param rates of strangers, among the people of the gallery
 * @param alone whether only one person is known, so that there is no next to be nearer than
 * @param asked the user's greatest distance of a sure answer as a cosine, in place of the rate's
 * @param distance of the embedder
 */
public record CertaintyRule(
    IdentificationRates rates, boolean alone, Optional<Double> asked, Distance distance) {

  /** Share of strangers who are surely somebody known, unless the user asks for another limit. */
  public static final double SURE = 1e-4;

  /**
   * Share of the pairs of two people who may be one, so that {@link CoverTarget#ONLY} covers a
   * face. It is also the share of strangers who are reported as somebody they may be, where they
   * are covered anyway.
   */
  public static final double MAYBE = 0.05;

  /**
   * By how much cosine the nearest person must be nearer than the next. A stranger like two known
   * people is about as near to both. Where only one is known, the limit lies higher by this. Chosen
   * on the frames that the cards' impostors were measured on, where it costs none of the people;
   * docs/ACCURACY.md has what it does elsewhere.
   */
  public static final double MARGIN = 0.1;

  /**
   * @param asked the user's greatest distance of a sure answer, or 0
   * @throws IllegalArgumentException if the embedder's card does not say how alike two people get,
   *     or the user's is no distance of this kind
   */
  public static CertaintyRule of(double asked, FaceEmbedder embedder, Cohort known) {
    ImpostorTail tail =
        embedder
            .impostors()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            Locale.ROOT,
                            "The card of the model %s does not say how alike two people get by it,"
                                + " so nobody is surely known. Use who=all, or another embedder.",
                            embedder.card().id())));
    return new CertaintyRule(
        IdentificationRates.of(tail, known),
        known.people() == 1,
        asked == 0 ? Optional.empty() : Optional.of(embedder.distance().toCosine(asked)),
        embedder.distance());
  }

  /**
   * For the faces of one photo, which are different people as a rule, and so say how alike people
   * are there.
   *
   * @param likeness mean cosine of the faces of the photo; empty for less than two
   */
  public CertaintyRule among(OptionalDouble likeness) {
    return new CertaintyRule(rates.among(likeness), alone, asked, distance);
  }

  /** The least cosine of a sure answer. */
  public double sure() {
    return asked.orElseGet(() -> Math.min(1, rates.cosine(SURE) + (alone ? MARGIN : 0)));
  }

  /** The least cosine of somebody whom the face may be. */
  public double maybe() {
    return Math.min(rates.tail().cosine(MAYBE), sure());
  }

  /** The least cosine of somebody who is reported for a face that is covered anyway. */
  public double worthALook() {
    return Math.min(
        new IdentificationRates(rates.tail(), rates.comparisons(), 0).cosine(MAYBE), sure());
  }

  /** The least quality of a face that can surely be somebody. */
  public double quality() {
    return rates.tail().quality();
  }

  /** Share of strangers who are surely somebody known, at most. */
  public double rate() {
    return asked.map(rates::rate).orElse(SURE);
  }
}
