package io.github.facesj.archive;

import io.github.facesj.run.Provenance;
import java.util.Locale;

/**
 * What all faces of an archive were made with: only such faces can be compared.
 *
 * @param detection what found them, with the parameters of search and alignment
 * @param embedding what made their vectors, of a model with its mirror, such as {@code
 *     facesj-embedder+sum}
 * @param dimension numbers in each embedding
 */
public record ArchiveSettings(Provenance detection, Provenance embedding, int dimension) {

  /** Networks for faces give 128 to 2,048 numbers. */
  private static final int LARGEST_DIMENSION = 1 << 16;

  /**
   * @throws IllegalArgumentException if the dimension is not positive
   */
  public ArchiveSettings {
    if (dimension < 1 || dimension > LARGEST_DIMENSION) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "An embedding has between 1 and %d numbers, but those of the archive were to have"
                  + " %d.",
              LARGEST_DIMENSION,
              dimension));
    }
  }

  /** Of an archive whose version nobody noted. */
  public ArchiveSettings(
      String detector,
      String detectorHash,
      String embedder,
      String embedderHash,
      String parameters,
      int dimension) {
    this(
        new Provenance(detector, detectorHash, parameters),
        new Provenance(embedder, embedderHash, parameters),
        dimension);
  }

  /** The same, made by a version of FacesJ; empty where it is not known. */
  ArchiveSettings by(String facesj) {
    return new ArchiveSettings(
        new Provenance(detection.model(), detection.sha256(), detection.parameters(), facesj),
        new Provenance(embedding.model(), embedding.sha256(), embedding.parameters(), facesj),
        dimension);
  }

  /** Of search and alignment, as a person would write them in a macro. */
  public String parameters() {
    return detection.parameters();
  }

  /**
   * Refuses what cannot be put beside the faces that are there.
   *
   * @param wanted what new faces would be made with
   * @throws IllegalArgumentException if they differ, with the first difference
   */
  void require(ArchiveSettings wanted) {
    require("the detector", detection.model(), wanted.detection.model());
    require("the detector's files", detection.sha256(), wanted.detection.sha256());
    require("the embedder", embedding.model(), wanted.embedding.model());
    require("the embedder's files", embedding.sha256(), wanted.embedding.sha256());
    require("the length of vectors", "" + dimension, "" + wanted.dimension);
    require("the parameters", parameters(), wanted.parameters());
  }

  private static void require(String what, String mine, String theirs) {
    if (!mine.equals(theirs)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The archive was made with other settings, and faces of both cannot be compared: %s"
                  + " %s there, but %s now. Use the same again, or start another archive.",
              what,
              what.endsWith("s") ? "are " + mine : "is " + mine,
              theirs));
    }
  }
}
