package io.github.facesj.fiji.command;

import io.github.facesj.fiji.Recognizers;
import io.github.facesj.fiji.dialog.ModelStyle;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.MirrorChoice;
import io.github.facesj.fiji.parameter.PointsChoice;
import io.github.facesj.run.FacesException;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

/** What every command that embeds faces asks for besides the search, declared once. */
public abstract class RecognitionParameters extends DetectionParameters {

  @Parameter(
      label = "Model that compares faces",
      style = ModelStyle.EMBEDDING,
      choices = {
        Recognizers.DEFAULT_EMBEDDER,
        "mobilefacenet-112x112",
        "mobilefacenet-112x96",
        "sface"
      },
      persist = false,
      description = "Turns faces into numbers that can be compared.")
  private String embedder = Recognizers.DEFAULT_EMBEDDER;

  @Parameter(
      label = "Own embedder (instead)",
      visibility = ItemVisibility.INVISIBLE,
      required = false,
      persist = false,
      description = "Id of a model you added yourself; empty for the one chosen above.")
  private String ownembedder = "";

  @Parameter(
      label = "Mirror image",
      choices = {"card", "none", "sum", "concat"},
      persist = false,
      description = "What becomes of the mirrored face; card: as the model's makers recommend.")
  private String mirror = "card";

  @Parameter(
      label = "Align by points of",
      choices = {"card", "detector", "landmarks"},
      persist = false,
      description = "Whose five points; card: as the cards of both models recommend.")
  private String points = "card";

  /**
   * @throws IllegalArgumentException if a parameter is out of its range
   * @throws FacesException if the search that the word stands for cannot be read
   */
  protected Recognizers recognizers() throws FacesException {
    return new Recognizers(
        faces,
        detector(),
        searchOptions(),
        ownembedder.isBlank() ? embedder.strip() : ownembedder.strip(),
        Choice.of("The mirror image", MirrorChoice.class, mirror).mirror(),
        Choice.of("The points", PointsChoice.class, points).source());
  }
}
