package io.github.facesj.fiji.archive;

import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.analysis.NamingRule;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.fiji.EmbeddingId;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.KnownPeople;
import io.github.facesj.fiji.Recognizers;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The model that embedded the faces of an archive: it says what distances between them mean.
 *
 * @param model as it is installed here
 * @param settings what the faces of the archive were made with
 * @param faces owns the model
 */
public record ArchiveEmbedder(FaceEmbedder model, ArchiveSettings settings, FacesService faces) {

  /**
   * @throws FacesException if the model is not installed
   * @throws IllegalArgumentException if the one installed has other files
   */
  public static ArchiveEmbedder of(ArchiveSettings settings, FacesService faces)
      throws FacesException {
    FaceEmbedder model = EmbeddingId.of(settings.embedding().model()).open(faces);
    String here = model.card().hashes();
    if (!here.equals(settings.embedding().sha256())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The archive was made with another file of the model %s than the one installed here."
                  + " Install that one, or index the photos anew.",
              settings.embedding().model()));
    }
    return new ArchiveEmbedder(model, settings, faces);
  }

  /**
   * Finds and embeds faces as those of the archive were.
   *
   * @throws FacesException if a model is not installed
   */
  public Recognizer recognizer() throws FacesException {
    return recognizers().create();
  }

  /**
   * Known people whose faces can be compared with those of the archive.
   *
   * @param path a gallery, or a folder with one folder for each person
   * @throws FacesException if it cannot be read, or nobody enrolled
   * @throws IllegalArgumentException if it was made with another embedder
   */
  public Gallery people(Path path, Progress progress) throws FacesException {
    Gallery gallery = KnownPeople.of(path, recognizers(), false, progress).gallery();
    gallery.requireModel(model.id(), model.card().files().get(0).sha256());
    return gallery;
  }

  private Recognizers recognizers() {
    return new Recognizers(
            faces,
            settings.detection().model(),
            SearchOptions.defaults(),
            Recognizers.DEFAULT_EMBEDDER,
            Optional.empty(),
            Optional.empty())
        .like(settings.embedding().model());
  }

  /**
   * Up to which distance faces are taken for one person when they are clustered.
   *
   * @param asked the user's, of the model's kind, or 0 for the calibrated one or the card's
   * @throws IllegalArgumentException if the user's is no distance of this kind
   */
  public MatchThreshold threshold(double asked) throws FacesException {
    require(asked);
    return MatchThreshold.ofClusters(asked, model, faces.store().folder());
  }

  /**
   * Up to which distance faces without a name get that of known people.
   *
   * @param asked as for {@link #threshold}
   * @throws IllegalArgumentException if the user's is no distance of this kind
   */
  public NamingRule naming(double asked) throws FacesException {
    require(asked);
    return NamingRule.of(asked, model, faces.store().folder());
  }

  private static void require(double asked) {
    if (!(asked >= 0)) {
      throw new IllegalArgumentException(
          "The greatest distance must be 0 or more, but was " + asked + ".");
    }
  }

  /** A threshold as the cosine that belongs to it. */
  public double cosine(MatchThreshold threshold) {
    return model.distance().toCosine(threshold.value());
  }
}
