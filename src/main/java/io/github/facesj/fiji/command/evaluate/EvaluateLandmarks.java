package io.github.facesj.fiji.command.evaluate;

import ij.measure.ResultsTable;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.evaluation.LandmarkEvaluation;
import io.github.facesj.evaluation.ResultFolder;
import io.github.facesj.evaluation.TruthTable;
import io.github.facesj.fiji.command.DetectionParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.ModelStyle;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.BoxesChoice;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.metrics.LandmarkError;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures on photos with known points how far those of a landmark model are off. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Measures on photos with known points how far those of a landmark model are off.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.EVALUATE, weight = FacesMenu.EVALUATE_WEIGHT),
      @Menu(label = "Landmarks...", weight = 62)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"photos", "truth", "output", "landmarks", "boxes", "normaliser", "average"})
public final class EvaluateLandmarks extends DetectionParameters {

  @Parameter(
      label = "Photo folder",
      style = "directory",
      description = "The names of the table are relative to it.",
      persist = false)
  private String photos = "";

  @Parameter(
      label = "Ground truth (CSV)",
      style = "file",
      description = "One row for each face: photo, then x and y of each point in turn.",
      persist = false)
  private String truth = "";

  @Parameter(
      label = "Folder for the results",
      style = "directory",
      description = "summary.csv, errors.csv and cumulative_error.png.",
      persist = false)
  private String output = "";

  @Parameter(
      label = "Landmarks",
      style = ModelStyle.LANDMARKS,
      choices = {"facesj-landmarks68", "sam-googlenet-68", "pfld-68", "ghostone-98", "pfld-106"},
      persist = false,
      description = "Or the id of a model you added yourself.")
  private String landmarks = "facesj-landmarks68";

  @Parameter(
      label = "Average with mirrored face",
      persist = false,
      description = "Look at each face mirrored as well: twice the time.")
  private boolean average = false;

  @Parameter(
      label = "Boxes",
      choices = {"detector", "truth"},
      persist = false,
      description = "Those of the detector, or the smallest round the true points.")
  private String boxes = "detector";

  @Parameter(
      label = "Errors in parts of",
      choices = {"inter_ocular", "inter_pupil", "box"},
      persist = false,
      description = "The distance of the outer eye corners, of the eye centres, or the box.")
  private String normaliser = "inter_ocular";

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "Summary", type = ItemIO.OUTPUT)
  private ResultsTable summary;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          Path folder = Paths.folder("The photo folder", photos);
          TruthTable table = TruthTable.read(Paths.file("The ground truth", truth));
          ResultFolder results =
              LandmarkEvaluation.results(
                  Paths.file("The folder for the results", output),
                  Paths.file("The ground truth", truth));
          OpenModel model = faces.open(landmarks.strip(), Task.LANDMARKS);
          LandmarkEvaluation evaluation =
              new LandmarkEvaluation(
                  average ? FaceLandmarker.averaging(model) : FaceLandmarker.of(model),
                  detectors(),
                  Choice.of("The normaliser", LandmarkError.Normaliser.class, normaliser));
          evaluation.run(folder, table.landmarks(), faces.threads(), StatusProgress.of(this));
          evaluation.write(results);
          report = evaluation.line();
          summary = ResultsTables.of(evaluation.summary());
        });
  }

  private Optional<Factory<FaceAnalyzer>> detectors() throws FacesException {
    SearchOptions options = searchOptions();
    if (Choice.of("The boxes", BoxesChoice.class, boxes) == BoxesChoice.TRUTH) {
      return Optional.empty();
    }
    OpenModel model = faces.open(detector(), Task.DETECTION);
    return Optional.of(() -> FaceAnalyzer.detecting(model, options));
  }
}
