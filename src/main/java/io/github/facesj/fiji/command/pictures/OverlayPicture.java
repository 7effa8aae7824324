package io.github.facesj.fiji.command.pictures;

import ij.ImagePlus;
import io.github.facesj.analysis.FaceCompletion;
import io.github.facesj.fiji.DecoratedImage;
import io.github.facesj.fiji.command.DecorationParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.picture.Decoration;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lays glasses, a hat or any other picture on the faces of an image. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Lays glasses, a hat or any other picture on the faces of an image.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.PICTURES, weight = FacesMenu.PICTURES_WEIGHT),
      @Menu(label = "Overlay Picture...", weight = 44)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"picture", "anchor", "scale", "right", "down", "turn", "opacity", "source"})
public final class OverlayPicture extends DecorationParameters {

  @Parameter(label = "Image")
  private ImagePlus image;

  @Parameter(
      label = "Faces to use",
      choices = {"detect", "selection", "overlay", "manager"},
      persist = false,
      description =
          "detect: those it finds; selection, overlay, manager: the rectangles you drew there.")
  private String source = "detect";

  @Parameter(
      label = "Slices",
      choices = {"current", "all"},
      persist = false,
      description = "Of a stack. current: the picture shown; all: all slices and frames.")
  private String slices = "current";

  @Parameter(label = "Overlaid", type = ItemIO.OUTPUT)
  private ImagePlus overlaid;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          StatusProgress progress = StatusProgress.of(this);
          Decoration decoration = decoration();
          FaceCompletion points = FaceCompletion.NOTHING.landmarks(landmarks());
          overlaid =
              DecoratedImage.of(
                  found(image, source, slices, progress).complete(points, progress), decoration);
        });
  }
}
