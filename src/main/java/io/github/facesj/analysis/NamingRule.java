package io.github.facesj.analysis;

import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.gallery.Cohort;
import io.github.facesj.gallery.IdentificationRates;
import io.github.facesj.model.Calibration;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.Optional;

/** Up to which distance the nearest of several people is named: that depends on who they are. */
@FunctionalInterface
public interface NamingRule {

  /** The threshold for a comparison with these people. */
  NameThreshold threshold(Cohort known);

  /**
   * The user's threshold, else that of the last calibration, else the one that gives {@link
   * NameThreshold#RATE} of strangers a name by the impostors of the model's card, else the card's
   * threshold for two faces.
   *
   * @param asked the user's, or 0
   * @param models the models folder, in which calibrations are kept
   * @throws IllegalArgumentException if the user's is no distance of this kind
   */
  static NamingRule of(double asked, FaceEmbedder embedder, Path models) throws FacesException {
    Optional<Calibration> measured =
        asked == 0 ? MatchThreshold.calibration(embedder, models) : Optional.empty();
    MatchThreshold two = MatchThreshold.of(asked, embedder, models);
    return known -> {
      Optional<IdentificationRates> rates =
          embedder.impostors().map(tail -> IdentificationRates.of(tail, known));
      if (measured.isPresent()) {
        return threshold(two, Optional.of(ofStrangers(measured.get(), known)), known);
      }
      if (asked != 0 || rates.isEmpty()) {
        double cosine = embedder.distance().toCosine(two.value());
        return threshold(two, rates.map(r -> r.rate(cosine)), known);
      }
      return new NameThreshold(
          embedder.distance().fromCosine(rates.get().cosine(NameThreshold.RATE)),
          "of the model's card",
          Optional.of(NameThreshold.RATE),
          known.people(),
          known.comparisons());
    };
  }

  private static NameThreshold threshold(
      MatchThreshold two, Optional<Double> falseName, Cohort known) {
    return new NameThreshold(
        two.value(), two.origin(), falseName, known.people(), known.comparisons());
  }

  /** A calibration without a single error says no more than that the rate is below one pair's. */
  private static double ofStrangers(Calibration measured, Cohort known) {
    double each = Math.max(measured.falseMatch(), 1.0 / Math.max(1, measured.different()));
    return each >= 1 ? 1 : -Math.expm1(known.comparisons() * Math.log1p(-each));
  }
}
