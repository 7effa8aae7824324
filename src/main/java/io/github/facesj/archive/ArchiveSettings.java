package io.github.facesj.archive;

import java.util.Locale;

/**
 * What all faces of an archive were made with: only such faces can be compared.
 *
 * @param detector id of the model
 * @param detectorHash SHA-256 of its files, with blanks between
 * @param embedder id of the embeddings, with mirror, such as {@code facesj-embedder+sum}
 * @param embedderHash SHA-256 of its files, with blanks between
 * @param parameters of search and alignment, as a person would write them in a macro
 * @param dimension numbers in each embedding
 */
public record ArchiveSettings(
    String detector,
    String detectorHash,
    String embedder,
    String embedderHash,
    String parameters,
    int dimension) {

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

  /**
   * Refuses what cannot be put beside the faces that are there.
   *
   * @param wanted what new faces would be made with
   * @throws IllegalArgumentException if they differ, with the first difference
   */
  void require(ArchiveSettings wanted) {
    require("the detector", detector, wanted.detector);
    require("the detector's files", detectorHash, wanted.detectorHash);
    require("the embedder", embedder, wanted.embedder);
    require("the embedder's files", embedderHash, wanted.embedderHash);
    require("the length of vectors", "" + dimension, "" + wanted.dimension);
    require("the parameters", parameters, wanted.parameters);
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
