package io.github.facesj.fiji.command.people;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.facesj.batch.IdentityTable;
import io.github.facesj.fiji.ImageIdentification;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.command.IdentificationParameters;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Slices;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.parameter.TableFile;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.table.Table;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Says who the faces of an image may be, among the people of a gallery. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Says who the faces of an image may be, among the people of a gallery.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.PEOPLE, weight = FacesMenu.PEOPLE_WEIGHT),
      @Menu(label = "Identify Faces...", weight = 22)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"gallery", "search", "threshold", "best", "overlay", "table", "csv", "slices"})
public final class IdentifyFaces extends IdentificationParameters {

  @Parameter(label = "Image")
  private ImagePlus image;

  @Parameter(
      label = "Slices",
      choices = {"current", "all"},
      persist = false,
      description = "Of a stack. current: the picture shown; all: all slices and frames.")
  private String slices = "current";

  @Parameter(label = "Draw overlay", persist = false, description = "Boxes, points and names.")
  private boolean overlay = true;

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

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "People", type = ItemIO.OUTPUT)
  private ResultsTable found;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          StatusProgress progress = StatusProgress.of(this);
          Slices which = Choice.of("Slices", Slices.class, slices);
          TableFile file = TableFile.of(csv, IdentityTable.KIND);
          ImageIdentification identification =
              new ImageIdentification(
                  image, people(progress).identifiers(threshold(), best()).create());
          identification.identify(which.of(image), progress);
          Table rows = identification.table();
          found = ResultsTables.of(rows);
          report = identification.summary();
          file.write(rows);
          if (overlay) {
            identification.overlay();
          }
          if (table) {
            ResultsTables.addToResults(rows);
          }
        });
  }
}
