package io.github.facesj.fiji.command.faces;

import ij.measure.ResultsTable;
import io.github.facesj.analysis.FaceCompletion;
import io.github.facesj.fiji.LandmarkOutput;
import io.github.facesj.fiji.NetworkPose;
import io.github.facesj.fiji.command.FaceParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.ModelStyle;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.overlay.FaceRois;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.parameter.TableFile;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.landmark.PoseNetwork;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.table.LandmarkTable;
import io.github.facesj.table.Table;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds the points of eyes, brows, nose, mouth and jaw, and where the head is turned to. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Finds the points of eyes, brows, nose, mouth and jaw, and where the head is turned to.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = "Find Landmarks...", weight = 4)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"source", "search", "landmarks", "pose", "overlay", "lines", "table", "csv"})
public final class FindLandmarks extends FaceParameters {

  /** Stands for the five points of the detector. */
  static final String DETECTOR = "detector";

  private static final String POINTS = "points";

  @Parameter(
      label = "Model for the points",
      style = ModelStyle.LANDMARKS,
      choices = {
        DEFAULT_LANDMARKS,
        "sam-googlenet-68",
        "pfld-68",
        "pfld-106",
        "ghostone-98",
        DETECTOR
      },
      persist = false,
      description = "68, 106 or 98 points; detector: the five points it gives itself.")
  private String landmarks = DEFAULT_LANDMARKS;

  @Parameter(
      label = "Own landmark model (instead)",
      visibility = ItemVisibility.INVISIBLE,
      required = false,
      persist = false,
      description = "Id of a model you added yourself; empty for the one chosen above.")
  private String ownlandmarks = "";

  @Parameter(
      label = "Average with mirrored face",
      persist = false,
      description = "Look at each face mirrored as well: twice the time, a little more accurate.")
  private boolean average = false;

  @Parameter(
      label = "Head pose by",
      style = ModelStyle.POSE,
      choices = {POINTS, "fsanet"},
      persist = false,
      description = "points: a mean face is fitted to them; fsanet: a network of its own.")
  private String pose = POINTS;

  @Parameter(label = "Draw overlay", persist = false, description = "Boxes and points.")
  private boolean overlay = true;

  @Parameter(
      label = "Connect points",
      persist = false,
      description = "Lines along jaw, brows, nose, eyes and mouth.")
  private boolean lines = false;

  @Parameter(
      label = "Add to ROI Manager",
      persist = false,
      description = "One multi-point ROI for each part of a face.")
  private boolean manager = false;

  @Parameter(
      label = "Add to Results",
      persist = false,
      description = "One row per face, behind the rows that are there.")
  private boolean table = true;

  @Parameter(
      label = "Save as CSV (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "File for the table, with all digits of its numbers.")
  private String csv = "";

  @Parameter(label = "Landmarks", type = ItemIO.OUTPUT)
  private ResultsTable found;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          if (manager) {
            FaceRois.requireManager();
          }
          TableFile file = TableFile.of(csv, LandmarkTable.KIND);
          LandmarkOutput output = find(StatusProgress.of(this));
          Table rows = table(output);
          found = ResultsTables.of(rows);
          file.write(rows);
          if (overlay) {
            output.overlay(lines);
          }
          if (table) {
            ResultsTables.addToResults(rows);
          }
          if (manager) {
            output.manager(lines);
          }
        });
  }

  private Table table(LandmarkOutput output) throws FacesException {
    return pose.strip().equals(POINTS)
        ? output.table()
        : output.table(new NetworkPose(PoseNetwork.of(faces.open(pose.strip(), Task.POSE))));
  }

  private LandmarkOutput find(Progress progress) throws FacesException {
    String id = ownlandmarks.isBlank() ? landmarks.strip() : ownlandmarks.strip();
    if (id.equals(DETECTOR)) {
      if (source() != FaceSource.DETECT) {
        throw new IllegalArgumentException(
            "The detector's points need source=detect. For rectangles that you drew choose a"
                + " landmark model.");
      }
      return LandmarkOutput.ofDetector(
          found(progress), faces.open(detector(), Task.DETECTION).card());
    }
    OpenModel model = faces.open(id, Task.LANDMARKS);
    FaceCompletion points =
        average
            ? FaceCompletion.NOTHING.averagedLandmarks(model)
            : FaceCompletion.NOTHING.landmarks(model);
    return new LandmarkOutput(
        found(progress).complete(points, progress),
        FaceLandmarker.of(model).scheme(),
        model.card());
  }
}
