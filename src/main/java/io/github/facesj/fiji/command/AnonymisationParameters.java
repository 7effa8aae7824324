package io.github.facesj.fiji.command;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.batch.Anonymiser;
import io.github.facesj.batch.CertaintyRule;
import io.github.facesj.batch.CoverRule;
import io.github.facesj.batch.CoverTarget;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.face.PersonNames;
import io.github.facesj.fiji.KnownPeople;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.picture.Cover;
import io.github.facesj.picture.FaceCover;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Progress;
import org.scijava.plugin.Parameter;

/** What both commands ask for that cover faces, declared once. */
public abstract class AnonymisationParameters extends IdentificationParameters {

  @Parameter(
      label = "Cover with",
      choices = {"blur", "pixelate", "box", "ellipse"},
      persist = false,
      description =
          "blur, pixelate: so strong that nobody is known; box: black; ellipse: soft, in the colour"
              + " of the surroundings.")
  private String how = "blur";

  @Parameter(
      label = "Whose faces",
      choices = {"all", "unknown", "only", "except"},
      persist = false,
      description =
          "unknown: those the gallery does not know; only, except: of or but the people named."
              + " All but all need a gallery, and cover in doubt.")
  private String who = "all";

  @Parameter(
      label = "People (for only and except)",
      required = false,
      persist = false,
      description =
          "Names as in the gallery, with semicolons between; in quotes where a name has one.")
  private String people = "";

  @Parameter(
      label = "Margin",
      min = "0",
      stepSize = "0.1",
      persist = false,
      description = "What is added to the sides of the box: 0.6 is six tenths.")
  private double margin = FaceCover.DEFAULT_MARGIN;

  /**
   * @throws IllegalArgumentException if a parameter is out of its range
   * @throws FacesException if a model is missing, or the gallery cannot be read
   */
  protected Factory<Anonymiser> anonymisers(Progress progress) throws FacesException {
    FaceCover cover = new FaceCover(Choice.of("The cover", Cover.class, how), margin);
    CoverRule rule =
        CoverRule.of(Choice.of("Whose faces", CoverTarget.class, who), PersonNames.list(people));
    SearchOptions options = searchOptions();
    OpenModel model = faces.open(detector(), Task.DETECTION);
    if (!rule.asksWho()) {
      return () -> Anonymiser.ofAll(FaceAnalyzer.detecting(model, options), cover);
    }
    KnownPeople known = people(progress);
    rule.requireKnown(known.gallery());
    Factory<Identifier> identifiers = known.everybody(threshold());
    CertaintyRule sure = known.sure(threshold());
    return () ->
        Anonymiser.of(
            FaceAnalyzer.detecting(model, options), cover, rule, identifiers.create(), sure);
  }
}
