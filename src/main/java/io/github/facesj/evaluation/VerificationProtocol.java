package io.github.facesj.evaluation;

import io.github.facesj.analysis.Recognizer;
import io.github.facesj.model.ModelCard;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import java.util.Locale;
import java.util.Optional;

/**
 * What a table of figures says of how they came about.
 *
 * @param detector id; {@code none} where the photos were aligned already
 * @param detectorSha256 of the detector's files, blanks between
 * @param score lowest score of a face; empty where the photos were aligned already
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
    Optional<Double> score,
    String embedder,
    String embedderSha256,
    String mirror,
    String distance,
    String parameters) {

  /** The columns of all that, for tables of one row of figures. */
  public static final Schema<VerificationProtocol> SCHEMA =
      Schema.of(
          Columns.DETECTOR.of(VerificationProtocol::detector),
          Column.text("detector_sha256", "SHA-256 of the detector's files, blanks between")
              .of(VerificationProtocol::detectorSha256),
          Columns.SCORE.ofOptional(VerificationProtocol::score),
          Columns.EMBEDDER.of(VerificationProtocol::embedder),
          Column.text("embedder_sha256", "SHA-256 of the embedder's files, blanks between")
              .of(VerificationProtocol::embedderSha256),
          Column.text("mirror", "what became of the mirrored face: none, sum or concat")
              .of(VerificationProtocol::mirror),
          Column.text("distance", "kind of distance").of(VerificationProtocol::distance),
          Columns.PARAMETERS.of(VerificationProtocol::parameters));

  /**
   * @param aligned whether the photos were aligned already, so that no detector was asked
   */
  public static VerificationProtocol of(Recognizer recognizer, boolean aligned) {
    ModelCard detector = recognizer.detector().card();
    ModelCard embedder = recognizer.embedder().card();
    return new VerificationProtocol(
        aligned ? "none" : detector.id(),
        aligned ? "" : detector.hashes(),
        aligned ? Optional.empty() : Optional.of(recognizer.threshold()),
        embedder.id(),
        embedder.hashes(),
        word(recognizer.embedder().mirror()),
        word(recognizer.embedder().distance()),
        aligned ? "" : recognizer.parameters());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
