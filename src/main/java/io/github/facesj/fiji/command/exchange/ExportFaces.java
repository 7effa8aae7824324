package io.github.facesj.fiji.command.exchange;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.facesj.fiji.ExchangeFormat;
import io.github.facesj.fiji.FaceExport;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.overlay.ImageSource;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.table.GalleryTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Gives faces and names to other programs, in the formats they read. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Gives faces and names to other programs, in the formats they read.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.EXCHANGE, weight = FacesMenu.EXCHANGE_WEIGHT),
      @Menu(label = "Export Faces...", weight = 52)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"format", "source", "input", "photos", "output", "embed"})
public final class ExportFaces extends ContextCommand {

  @Parameter(label = "Image", required = false)
  private ImagePlus image;

  @Parameter(
      label = "Format",
      choices = {
        "csv",
        "openface",
        "udacity",
        "pts",
        "rois",
        "wider",
        "widertruth",
        "coco",
        "voc",
        "pairs",
        "embeddings",
        "xmp"
      },
      persist = false,
      description = "docs/FORMATS.md says what each keeps, and who reads it.")
  private String format = "csv";

  @Parameter(
      label = "Table or archive (empty: the image)",
      style = "file",
      required = false,
      persist = false,
      description = "A CSV with faces, or a .facesj archive; empty for the faces of the image.")
  private String input = "";

  @Parameter(
      label = "Faces of the image",
      choices = {"overlay", "manager", "results"},
      persist = false,
      description = "Rectangles in the overlay or ROI Manager, or the rows of the Results table.")
  private String source = "overlay";

  @Parameter(
      label = "Photo folder (coco, voc, xmp)",
      style = "directory",
      required = false,
      persist = false,
      description = "Where the photos lie that the table names; they are only read.")
  private String photos = "";

  @Parameter(
      label = "Output",
      style = "save",
      required = false,
      persist = false,
      description =
          "A file; for pts, wider, voc and xmp a folder. Empty for sidecars beside the photos.")
  private String output = "";

  @Parameter(
      label = "Copies of JPEG photos with the faces inside (xmp)",
      persist = false,
      description = "Instead of sidecars. Photos that are there are never written to.")
  private boolean embed = false;

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "Photos not exported", type = ItemIO.OUTPUT)
  private ResultsTable skipped;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          FaceExport export =
              new FaceExport(
                  image,
                  Choice.of("The source", ImageSource.class, source),
                  Paths.optional(input),
                  Paths.optional(photos),
                  Paths.optional(output));
          FaceExport.Outcome outcome =
              export.write(
                  Choice.of("The format", ExchangeFormat.class, format),
                  embed,
                  StatusProgress.of(this));
          report = outcome.summary();
          skipped = GalleryTables.skipped(outcome.problems());
        });
  }
}
