package io.github.facesj.fiji.command.people;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.fiji.TwoFaces;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.command.RecognitionParameters;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.table.ResultsTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares two faces, of two images or in two rectangles of one. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Compares two faces, of two images or in two rectangles of one.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.PEOPLE, weight = FacesMenu.PEOPLE_WEIGHT),
      @Menu(label = "Verify Two Faces...", weight = 24)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"first", "second", "search", "embedder", "threshold"})
public final class VerifyTwoFaces extends RecognitionParameters {

  @Parameter(label = "First image")
  private ImagePlus first;

  @Parameter(
      label = "Second image",
      description = "The first again for two rectangles of one image.")
  private ImagePlus second;

  @Parameter(
      label = "Greatest distance (0: recommended)",
      min = "0",
      persist = false,
      description = "Up to this distance the faces are taken for one person.")
  private double threshold = 0;

  @Parameter(label = "Answer", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "Comparison", type = ItemIO.OUTPUT)
  private ResultsTable comparison;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          Recognizer recognizer = recognizers().create();
          MatchThreshold limit =
              MatchThreshold.of(threshold, recognizer.embedder(), faces.store().folder());
          TwoFaces.Answer answer =
              new TwoFaces(recognizer, limit).compare(first, second, StatusProgress.of(this));
          report = answer.sentence();
          comparison = ResultsTables.of(answer.table());
        });
  }
}
