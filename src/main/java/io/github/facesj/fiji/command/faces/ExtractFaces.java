package io.github.facesj.fiji.command.faces;

import ij.ImagePlus;
import io.github.facesj.align.Alignment;
import io.github.facesj.embed.PointSource;
import io.github.facesj.fiji.FaceCrops;
import io.github.facesj.fiji.command.FaceParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.CropStyle;
import io.github.facesj.fiji.parameter.StatusProgress;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Cuts faces out, aligned or as squares, as a stack whose labels say where each comes from. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Cuts faces out, aligned or as squares, as a stack whose labels say where each comes from.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = "Extract Faces...", weight = 5)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"source", "search", "align", "size", "margin", "slices"})
public final class ExtractFaces extends FaceParameters {

  @Parameter(
      label = "Align as",
      choices = {"arcface", "sphereface", "facenet", "square", "none"},
      persist = false,
      description =
          "arcface, sphereface: eyes and mouth in fixed places; facenet, square: upright as in the"
              + " photo; none: pixels as they are.")
  private String align = "arcface";

  @Parameter(
      label = "Size (pixels, 0: the usual one)",
      min = "0",
      persist = false,
      description = "Height of the crops; all but sphereface's are square.")
  private int size = 0;

  @Parameter(
      label = "Margin (square and none)",
      min = "0",
      persist = false,
      stepSize = "0.1",
      description = "What is added to the sides of the box: 0.2 is a fifth.")
  private double margin = 0.2;

  @Parameter(
      label = "Align by points of",
      choices = {"landmarks", "detector"},
      persist = false,
      description = "Whose eyes, nose and mouth corners; faces without get landmarks.")
  private String points = "landmarks";

  @Parameter(label = "Faces", type = ItemIO.OUTPUT)
  private ImagePlus crops;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          Optional<Alignment> alignment =
              Choice.of("The alignment", CropStyle.class, align).of(size, margin);
          PointSource whose = Choice.of("The points", PointSource.class, points);
          StatusProgress progress = StatusProgress.of(this);
          crops =
              new FaceCrops(alignment, margin, landmarker(), whose).of(found(progress), progress);
        });
  }
}
