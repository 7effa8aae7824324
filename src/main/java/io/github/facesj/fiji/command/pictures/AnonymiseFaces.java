package io.github.facesj.fiji.command.pictures;

import ij.ImagePlus;
import io.github.facesj.batch.Anonymiser;
import io.github.facesj.fiji.ImageAnonymisation;
import io.github.facesj.fiji.ImageFaces;
import io.github.facesj.fiji.command.AnonymisationParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.fiji.parameter.Slices;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Covers faces in a copy of an image, so that nobody is known. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Covers faces in a copy of an image, so that nobody is known.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.PICTURES, weight = FacesMenu.PICTURES_WEIGHT),
      @Menu(label = "Anonymise Faces...", weight = 42)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"how", "who", "gallery", "people", "source", "search", "margin", "slices"})
public final class AnonymiseFaces extends AnonymisationParameters {

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
  private String slices = "all";

  @Parameter(label = "Anonymised", type = ItemIO.OUTPUT)
  private ImagePlus copy;

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          StatusProgress progress = StatusProgress.of(this);
          FaceSource from = Choice.of("The faces to use", FaceSource.class, source);
          List<PlanePosition> planes = Choice.of("Slices", Slices.class, slices).of(image);
          Anonymiser anonymiser = anonymisers(progress).create();
          ImageAnonymisation work = new ImageAnonymisation(anonymiser);
          copy = anonymise(work, from, planes, progress);
          report = work.summary();
        });
  }

  private ImagePlus anonymise(
      ImageAnonymisation work, FaceSource from, List<PlanePosition> planes, Progress progress)
      throws FacesException {
    if (from != FaceSource.DETECT) {
      return work.of(ImageFaces.drawn(image, planes, from), progress);
    }
    return work.of(image, planes, progress);
  }
}
