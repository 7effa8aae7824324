package io.github.facesj.fiji.command.faces;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoReader;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Opens a photo upright, as FacesJ sees it when it reads the file itself. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Opens a photo upright, as FacesJ sees it when it reads the file itself.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = "Open Photo...", weight = 1)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"path", "page"})
public class OpenPhoto extends ContextCommand {

  @Parameter(
      label = "Photo",
      description = "JPEG, PNG, TIFF, WebP, BMP, GIF, PGM or PPM",
      style = FileWidget.OPEN_STYLE,
      persist = false)
  private String path = "";

  @Parameter(
      label = "Page",
      description = "Of a TIFF with several; the first is 1",
      min = "1",
      persist = false)
  private int page = 1;

  @Parameter(label = "Photo", type = ItemIO.OUTPUT)
  @SuppressWarnings("unused") // SciJava reads it
  private ImagePlus photo;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          if (path.isBlank()) {
            throw new IllegalArgumentException("No photo was chosen. Give the path of a file.");
          }
          Path file = PathText.of(path.strip());
          StatusProgress progress = StatusProgress.of(this);
          progress.at(0, 0, "Opening " + PathText.name(file));
          FaceImage image = PhotoReader.read(file, page - 1, progress);
          photo =
              new ImagePlus(
                  PathText.name(file),
                  new ColorProcessor(image.width(), image.height(), image.pixels()));
        });
  }
}
