package io.github.facesj.evaluation;

import io.github.facesj.analysis.Recognizer;
import io.github.facesj.model.ModelCard;
import java.util.List;
import java.util.Locale;

/**
 * What a table of figures says of how they came about.
 *
 * @param detector id; {@code none} where the photos were aligned already
 * @param detectorSha256 of the detector's files, blanks between
 * @param score lowest score of a face
 * @param embedder id
 * @param embedderSha256 of the embedder's file
 * @param mirror none, sum or concat
 * @param distance kind of distance
 * @param parameters of the search and the alignment, as a person would write them in a macro; empty
 *     where the photos were aligned already
 */
public record VerificationProtocol(
    String detector,
    String detectorSha256,
    String score,
    String embedder,
    String embedderSha256,
    String mirror,
    String distance,
    String parameters) {

  /** Headings of the columns. */
  public static final List<String> COLUMNS =
      List.of(
          "detector",
          "detector_sha256",
          "score",
          "embedder",
          "embedder_sha256",
          "mirror",
          "distance",
          "parameters");

  /**
   * @param aligned whether the photos were aligned already, so that no detector was asked
   */
  public static VerificationProtocol of(Recognizer recognizer, boolean aligned) {
    ModelCard detector = recognizer.detector().card();
    ModelCard embedder = recognizer.embedder().card();
    return new VerificationProtocol(
        aligned ? "none" : detector.id(),
        aligned ? "" : detector.hashes(),
        aligned ? "" : Double.toString(recognizer.threshold()),
        embedder.id(),
        embedder.hashes(),
        word(recognizer.embedder().mirror()),
        word(recognizer.embedder().distance()),
        aligned ? "" : recognizer.parameters());
  }

  /** The cells of the columns. */
  public List<String> cells() {
    return List.of(
        detector, detectorSha256, score, embedder, embedderSha256, mirror, distance, parameters);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
