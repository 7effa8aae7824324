package io.github.facesj.fiji.command.pictures;

import ij.ImagePlus;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.analysis.FaceCompletion;
import io.github.facesj.fiji.DecoratedImage;
import io.github.facesj.fiji.ImageFaces;
import io.github.facesj.fiji.command.DecorationParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.fiji.parameter.Slices;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.picture.Decoration;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.List;
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
      @Menu(label = "Overlay Picture...", weight = 54)
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
      description = "detect: those found; the others: the rectangles you drew there.")
  private String source = "detect";

  @Parameter(
      label = "Slices",
      choices = {"current", "all"},
      persist = false,
      description = "Of a stack: the picture shown, or all slices and frames.")
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
          overlaid = DecoratedImage.of(found(progress).complete(points, progress), decoration);
        });
  }

  private ImageFaces found(Progress progress) throws FacesException {
    FaceSource from = Choice.of("The faces to use", FaceSource.class, source);
    List<PlanePosition> planes = Choice.of("Slices", Slices.class, slices).of(image);
    if (from != FaceSource.DETECT) {
      return ImageFaces.drawn(image, planes, from);
    }
    OpenModel detector = faces.open(detector(), Task.DETECTION);
    return ImageFaces.detected(
        image, planes, FaceAnalyzer.detecting(detector, searchOptions()), progress);
  }
}
