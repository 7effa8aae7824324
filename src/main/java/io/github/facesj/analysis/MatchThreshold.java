package io.github.facesj.analysis;

import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.metrics.Roc;
import io.github.facesj.model.Calibration;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Share;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The greatest distance at which two faces are taken for one person, and what is known of its
 * errors.
 *
 * @param value of the embedder's kind of distance
 * @param origin where it comes from, for a person: the user, the last calibration, the model's card
 * @param falseMatch share of pairs of two people that it takes for one, where that was measured
 */
public record MatchThreshold(double value, String origin, Optional<Double> falseMatch) {

  /**
   * The user's threshold, else that of the last calibration, else the card's.
   *
   * @param asked the user's, or 0
   * @param models the models folder, in which calibrations are kept
   * @throws IllegalArgumentException if the user's is no distance of this kind
   */
  public static MatchThreshold of(double asked, FaceEmbedder embedder, Path models)
      throws FacesException {
    return of(asked, embedder, models, embedder.threshold());
  }

  /**
   * The same for clustering: a card may have a threshold of its own for it, because among many
   * faces there are always strangers who look alike.
   *
   * @throws IllegalArgumentException if the user's is no distance of this kind
   */
  public static MatchThreshold ofClusters(double asked, FaceEmbedder embedder, Path models)
      throws FacesException {
    return of(asked, embedder, models, embedder.clusterThreshold());
  }

  private static MatchThreshold of(double asked, FaceEmbedder embedder, Path models, double ofCard)
      throws FacesException {
    if (asked != 0) {
      return new MatchThreshold(asked, "given by the user", falseMatch(embedder, asked));
    }
    Optional<Calibration> measured = calibration(embedder, models);
    if (measured.isPresent()) {
      Calibration c = measured.get();
      embedder.distance().toCosine(c.threshold());
      return new MatchThreshold(
          c.threshold(),
          String.format(Locale.ROOT, "calibrated on %d pairs", c.same() + c.different()),
          Optional.of(c.falseMatch()));
    }
    return new MatchThreshold(ofCard, "of the model's card", falseMatch(embedder, ofCard));
  }

  /** As the card's impostors have it. */
  private static Optional<Double> falseMatch(FaceEmbedder embedder, double distance) {
    double cosine = embedder.distance().toCosine(distance);
    return embedder.impostors().map(tail -> tail.rate(cosine));
  }

  /** The last one made with exactly this model. */
  static Optional<Calibration> calibration(FaceEmbedder embedder, Path models)
      throws FacesException {
    return Calibration.find(models, embedder.id(), sha256(embedder), word(embedder));
  }

  /**
   * Measures a threshold for later.
   *
   * @param rate greatest false match rate, or 0 for the threshold with the most right answers
   */
  public static Calibration measure(Roc roc, double rate, FaceEmbedder embedder) {
    double threshold =
        rate == 0
            ? roc.best().threshold()
            : Math.nextDown(
                Math.min(roc.trueMatchRateAt(rate).threshold(), embedder.distance().greatest()));
    threshold = Math.max(0, Math.min(embedder.distance().greatest(), threshold));
    double above = Math.nextUp(threshold);
    return new Calibration(
        embedder.id(),
        sha256(embedder),
        word(embedder),
        threshold,
        roc.falseMatchAt(above),
        roc.trueMatchAt(above),
        (int) roc.positives(),
        (int) roc.negatives());
  }

  /** Whether a distance is small enough. */
  public boolean accepts(double distance) {
    return distance <= value;
  }

  /** For a person. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "threshold %.4f (%s; %s)",
        value,
        origin,
        falseMatch
            .map(f -> "false match rate there " + Share.words(f))
            .orElse("false match rate not measured"));
  }

  /** The SHA-256 of the embedder's file, by which galleries and calibrations know it. */
  public static String sha256(FaceEmbedder embedder) {
    return embedder.card().files().get(0).sha256();
  }

  private static String word(FaceEmbedder embedder) {
    return embedder.distance().name().toLowerCase(Locale.ROOT);
  }
}
