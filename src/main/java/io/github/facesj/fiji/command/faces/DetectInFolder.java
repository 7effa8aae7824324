package io.github.facesj.fiji.command.faces;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.FolderDetection;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.fiji.command.DetectionParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FolderScope;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds the faces of all photos in a folder and writes them as a table. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Finds the faces of all photos in a folder and writes them as a table.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = "Detect in Folder...", weight = 3)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"input", "output", "drawings", "model", "search", "score"})
public final class DetectInFolder extends DetectionParameters {

  @Parameter(
      label = "Photo folder",
      style = "directory",
      description = "Searched with all folders below it. The photos are only read.",
      persist = false)
  private String input = "";

  @Parameter(label = FolderScope.LABEL, persist = false, description = FolderScope.DESCRIPTION)
  private boolean system = FolderScope.DEFAULT;

  @Parameter(
      label = "Table (CSV)",
      style = "save",
      description = "One row per face, one row without a face for a photo without any.",
      persist = false)
  private String output = "";

  @Parameter(
      label = "Folder for annotated photos (optional)",
      style = "directory",
      required = false,
      persist = false,
      description = "Copies of the photos with boxes, points and scores, as PNG.")
  private String drawings = "";

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          SearchOptions options = searchOptions();
          OpenModel model = faces.open(detector(), Task.DETECTION);
          report =
              new FolderDetection(
                      () -> FaceAnalyzer.detecting(model, options),
                      FaceAnalyzer.provenance(model.card(), options),
                      faces.threads())
                  .run(
                      FolderScope.folder("The photo folder", input, system),
                      Paths.file("The table", output),
                      Paths.optional(drawings),
                      StatusProgress.of(this))
                  .summary();
        });
  }
}
