package io.github.facesj.fiji.command.pictures;

import ij.ImagePlus;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.fiji.DecoratedFolder;
import io.github.facesj.fiji.command.DecorationParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FolderScope;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.picture.Frame;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lays a picture on the faces of all photos in a folder, and shows them as a stack. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Lays a picture on the faces of all photos in a folder, and shows them as a stack.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.PICTURES, weight = FacesMenu.PICTURES_WEIGHT),
      @Menu(label = "Overlay Picture on Folder...", weight = 45)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"input", "picture", "anchor", "scale", "turn", "opacity", "width", "height"})
public final class OverlayPictureOnFolder extends DecorationParameters {

  @Parameter(
      label = "Photo folder",
      style = "directory",
      description = "Searched with all folders below it. The photos are only read.",
      persist = false)
  private String input = "";

  @Parameter(label = FolderScope.LABEL, persist = false, description = FolderScope.DESCRIPTION)
  private boolean system = FolderScope.DEFAULT;

  @Parameter(
      label = "Width of the stack (pixels)",
      min = "16",
      persist = false,
      description = "Photos are fitted in, whole, with black around them.")
  private int width = 640;

  @Parameter(label = "Height of the stack (pixels)", min = "16", persist = false)
  private int height = 640;

  @Parameter(label = "Overlaid", type = ItemIO.OUTPUT)
  private ImagePlus overlaid;

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          PhotoFolder folder = FolderScope.folder("The photo folder", input, system);
          SearchOptions options = searchOptions();
          Frame frame = new Frame(width, height);
          OpenModel detector = faces.open(detector(), Task.DETECTION);
          OpenModel points = landmarks();
          DecoratedFolder.Outcome outcome =
              new DecoratedFolder(
                      () -> FaceAnalyzer.detecting(detector, options).landmarks(points),
                      faces.threads(),
                      decoration(),
                      frame)
                  .of(folder, StatusProgress.of(this));
          overlaid = outcome.stack();
          report = outcome.report().summary();
        });
  }
}
