package io.github.facesj.fiji.command;

import io.github.facesj.fiji.KnownPeople;
import io.github.facesj.fiji.Recognizers;
import io.github.facesj.fiji.dialog.ModelStyle;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.MirrorChoice;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.PointsChoice;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import org.scijava.plugin.Parameter;

/** What every command that names people asks for besides the search, declared once. */
public abstract class IdentificationParameters extends DetectionParameters {

  /** Stands for the embedder and mirror that made the gallery. */
  public static final String OF_GALLERY = "gallery";

  @Parameter(
      label = "Gallery",
      style = "file",
      description = "A file that Build Gallery... wrote, or a folder with one folder per person.",
      persist = false)
  private String gallery = "";

  @Parameter(
      label = "Model that compares faces",
      style = ModelStyle.EMBEDDING,
      choices = {
        OF_GALLERY,
        Recognizers.DEFAULT_EMBEDDER,
        "mobilefacenet-112x112",
        "mobilefacenet-112x96",
        "sface"
      },
      persist = false,
      description = "gallery: the one that made the gallery; for a folder, FacesJ's own.")
  private String embedder = OF_GALLERY;

  @Parameter(
      label = "Mirror image",
      choices = {"card", "none", "sum", "concat"},
      persist = false,
      description = "card: as the gallery was made; for a folder, as the model's card says.")
  private String mirror = "card";

  @Parameter(
      label = "Align by points of",
      choices = {"card", "detector", "landmarks"},
      persist = false,
      description = "Whose five points; use the same as for the gallery.")
  private String points = "card";

  @Parameter(
      label = "Greatest distance (0: recommended)",
      min = "0",
      persist = false,
      description =
          "Faces further away from everybody are unknown. By the card: so that 1 stranger in 1,000"
              + " is named, for a gallery of this size.")
  private double threshold = 0;

  @Parameter(
      label = "Candidates",
      min = "1",
      persist = false,
      description = "How many of the nearest people the table lists for each face.")
  private int best = 3;

  /** The user's threshold, or 0. */
  protected double threshold() {
    return threshold;
  }

  protected int best() {
    if (best < 1) {
      throw new IllegalArgumentException(
          "The number of candidates must be at least 1, but was " + best + ".");
    }
    return best;
  }

  /**
   * @throws IllegalArgumentException if a parameter is out of its range
   * @throws FacesException if the gallery cannot be read, or nobody enrolled
   */
  protected KnownPeople people(Progress progress) throws FacesException {
    boolean own = embedder.strip().equals(OF_GALLERY);
    best();
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException(
          "The greatest distance must be 0 or more, but was " + threshold + ".");
    }
    MirrorChoice asked = Choice.of("The mirror image", MirrorChoice.class, mirror);
    if (own && asked != MirrorChoice.CARD) {
      own = false;
    }
    Recognizers recognizers =
        new Recognizers(
            faces,
            detector(),
            searchOptions(),
            embedder.strip().equals(OF_GALLERY) ? Recognizers.DEFAULT_EMBEDDER : embedder.strip(),
            asked.mirror(),
            Choice.of("The points", PointsChoice.class, points).source());
    return KnownPeople.of(Paths.file("The gallery", gallery), recognizers, own, progress);
  }
}
