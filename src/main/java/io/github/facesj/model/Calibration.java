package io.github.facesj.model;

import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A threshold that somebody measured for an embedding model on pairs of their own, and what it was
 * worth there. It is kept as {@code calibration/<embedding>.yaml} in the models folder.
 *
 * @param embedding id of the embeddings: the model, and the mirror where there is one
 * @param sha256 of the model's file; for another file the threshold means nothing
 * @param distance kind of distance, in lower case
 * @param threshold greatest distance at which two faces are taken for one person
 * @param falseMatch share of pairs of two people that it took for one, 0 to 1
 * @param trueMatch share of pairs of one person that it took for one, 0 to 1
 * @param same pairs of one person it was measured on
 * @param different pairs of two people it was measured on
 */
public record Calibration(
    String embedding,
    String sha256,
    String distance,
    double threshold,
    double falseMatch,
    double trueMatch,
    int same,
    int different) {

  private static final String FOLDER = "calibration";
  private static final String HEAD =
      "# Measured by Plugins > FacesJ > Validation > Verification...";

  /** The menu was called otherwise in earlier versions, whose files are known as well. */
  private static final FileKind KIND =
      FileKind.startingWith("a calibration", "# Measured by Plugins > FacesJ > ");

  /** The file of an embedding's calibration in a models folder. */
  public static Path file(Path models, String embedding) {
    return models.resolve(FOLDER).resolve(embedding + ".yaml");
  }

  /**
   * The last calibration, if there is one for exactly this model.
   *
   * @param sha256 of the model's file
   * @param distance kind of distance
   * @throws FacesException if there is a file that cannot be read or makes no sense
   */
  public static Optional<Calibration> find(
      Path models, String embedding, String sha256, String distance) throws FacesException {
    Path file = file(models, embedding);
    try {
      Settings s = Yaml.read(file.toString(), Files.readString(file));
      Calibration found =
          new Calibration(
              s.text("embedding"),
              s.text("sha256"),
              s.text("distance"),
              s.number("threshold"),
              s.number("false_match"),
              s.number("true_match"),
              s.whole("same"),
              s.whole("different"));
      return Optional.of(found)
          .filter(c -> c.embedding.equals(embedding))
          .filter(c -> c.sha256.equals(sha256) && c.distance.equals(distance));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | FacesException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The calibration %s cannot be used (%s) Delete it, and calibrate again.",
              file,
              Reason.of(e)),
          e);
    }
  }

  /**
   * Keeps it in the models folder, in place of an earlier one.
   *
   * @throws FacesException if the file cannot be written; an earlier one is then as it was
   */
  public void write(Path models) throws FacesException {
    Path file = file(models, embedding);
    String text =
        String.format(
            Locale.ROOT,
            """
            %s
            embedding: "%s"
            sha256: "%s"
            distance: %s
            threshold: %s
            false_match: %s
            true_match: %s
            same: %d
            different: %d
            """,
            HEAD,
            embedding,
            sha256,
            distance,
            threshold,
            falseMatch,
            trueMatch,
            same,
            different);
    AtomicFile.create(file, KIND).write(text);
  }
}
