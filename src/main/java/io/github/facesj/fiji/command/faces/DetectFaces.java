package io.github.facesj.fiji.command.faces;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.fiji.DetectionOutput;
import io.github.facesj.fiji.DetectionPreview;
import io.github.facesj.fiji.ImageDetection;
import io.github.facesj.fiji.command.DetectionParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.overlay.FaceRois;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Slices;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.parameter.TableFile;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.fiji.window.KeepSearch;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.table.FaceSchema;
import io.github.facesj.table.Table;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/** Finds the faces of an image and shows them as overlay, ROIs and table. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Finds the faces of an image and shows them as overlay, ROIs and table.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = "Detect Faces...", weight = 2)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"model", "search", "score", "slices", "overlay", "manager", "table", "preview"})
public final class DetectFaces extends DetectionParameters implements Previewable {

  @Parameter(label = "Image")
  private ImagePlus image;

  @Parameter(
      label = "Slices",
      choices = {"current", "all"},
      persist = false,
      description = "Of a stack. current: the picture shown; all: all slices and frames.")
  private String slices = "current";

  @Parameter(label = "Draw overlay", persist = false, description = "Boxes, points and scores.")
  private boolean overlay = true;

  @Parameter(
      label = "Add to ROI Manager",
      persist = false,
      description = "Behind the ROIs that are there.")
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

  @Parameter(
      label = "Preview",
      persist = false,
      required = false,
      description = "Show the faces of the current picture while you choose.")
  private boolean preview = false;

  @Parameter(
      label = "Keep this search...",
      callback = "keep",
      required = false,
      persist = false,
      description = "Under a name that all commands then offer as what to search for.")
  @SuppressWarnings("unused") // SciJava shows it
  private Button keep;

  @Parameter(label = "Faces", type = ItemIO.OUTPUT)
  private ResultsTable found;

  private DetectionPreview shown;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          cancel(); // the overlay of a preview goes
          TableFile file = TableFile.of(csv, FaceSchema.KIND);
          FaceAnalyzer analyzer = analyzer();
          if (manager) {
            FaceRois.requireManager();
          }
          Slices which = Choice.of("Slices", Slices.class, slices);
          ImageDetection detection = new ImageDetection(image, analyzer);
          DetectionOutput output =
              new DetectionOutput(
                  image, detection.detect(which.of(image), StatusProgress.of(this)));
          Table rows = FaceSchema.table(output.rows(analyzer.provenance()));
          found = ResultsTables.of(rows);
          file.write(rows);
          if (overlay) {
            output.overlay();
          }
          if (table) {
            ResultsTables.addToResults(rows);
          }
          if (manager) {
            output.manager();
          }
        });
  }

  @SuppressWarnings("unused") // a callback, named above
  private void keep() {
    KeepSearch.ask(this::keepSearch);
  }

  @Override
  public void preview() {
    cancel();
    if (preview) {
      shown = shown == null ? new DetectionPreview(image) : shown;
      CommandErrors.guardPreview(() -> shown.show(analyzer()));
    }
  }

  @Override
  public void cancel() {
    if (shown != null) {
      shown.restore();
    }
  }

  private FaceAnalyzer analyzer() throws FacesException {
    return FaceAnalyzer.detecting(faces.open(detector(), Task.DETECTION), searchOptions());
  }
}
