package io.github.facesj.fiji.command.evaluate;

import ij.measure.ResultsTable;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.evaluation.DetectionEvaluation;
import io.github.facesj.evaluation.ResultFolder;
import io.github.facesj.evaluation.TruthTable;
import io.github.facesj.fiji.command.DetectionParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FolderScope;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.run.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures on photos with known faces how many a detector finds, and how many it invents. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Measures on photos with known faces how many a detector finds, and how many it invents.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.EVALUATE, weight = FacesMenu.EVALUATE_WEIGHT),
      @Menu(label = "Detection...", weight = 61)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"photos", "truth", "output", "model", "search", "iou", "least"})
public final class EvaluateDetection extends DetectionParameters {

  @Parameter(
      label = "Photo folder",
      style = "directory",
      description = "All photos in it count; one that the table does not name has no faces.",
      persist = false)
  private String photos = "";

  @Parameter(label = FolderScope.LABEL, persist = false, description = FolderScope.DESCRIPTION)
  private boolean system = FolderScope.DEFAULT;

  @Parameter(
      label = "Ground truth (CSV)",
      style = "file",
      description = "Columns photo, x, y, width, height; one row for each face.",
      persist = false)
  private String truth = "";

  @Parameter(
      label = "Folder for the results",
      style = "directory",
      description = "summary.csv, curve.csv, problems.csv and precision_recall.png.",
      persist = false)
  private String output = "";

  @Parameter(
      label = "Overlap of a right detection (IoU)",
      min = "0",
      max = "1",
      persist = false,
      description = "Least overlap of a detection and the face it meets.")
  private double iou = 0.5;

  @Parameter(
      label = "Least face (pixels)",
      min = "0",
      persist = false,
      description = "Faces with a smaller side count neither way.")
  private double least = 0;

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "Summary", type = ItemIO.OUTPUT)
  private ResultsTable summary;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          PhotoFolder folder = FolderScope.folder("The photo folder", photos, system);
          TruthTable table = TruthTable.read(Paths.file("The ground truth", truth));
          ResultFolder results =
              DetectionEvaluation.results(
                  Paths.file("The folder for the results", output),
                  Paths.file("The ground truth", truth));
          Progress progress = StatusProgress.of(this);
          SearchOptions options = searchOptions();
          OpenModel model = faces.open(detector(), Task.DETECTION);
          DetectionEvaluation evaluation =
              DetectionEvaluation.of(
                  folder.listing(progress),
                  table.boxes(),
                  () -> FaceAnalyzer.detecting(model, options),
                  faces.threads(),
                  iou,
                  least,
                  progress);
          evaluation.write(results);
          report = evaluation.line();
          summary = ResultsTables.of(evaluation.summary());
        });
  }
}
