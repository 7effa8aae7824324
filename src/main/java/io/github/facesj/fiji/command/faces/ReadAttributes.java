package io.github.facesj.fiji.command.faces;

import ij.measure.ResultsTable;
import io.github.facesj.analysis.FaceCompletion;
import io.github.facesj.embed.FaceAttributes;
import io.github.facesj.fiji.AttributeReading;
import io.github.facesj.fiji.command.FaceParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.ModelStyle;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.parameter.TableFile;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.model.Task;
import io.github.facesj.table.AttributeTable;
import io.github.facesj.table.Table;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Reads an attribute off faces: expression, or age or gender with a model of one's own. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Reads an attribute off faces: expression, or age or gender with a model of one's own.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = "Face Attributes...", weight = 7)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"attribute", "source", "search", "table", "csv", "slices"})
public final class ReadAttributes extends FaceParameters {

  @Parameter(
      label = "Attribute",
      style = ModelStyle.ATTRIBUTE,
      choices = {"expression"},
      persist = false,
      description = "The model; its card says what it reads. Look it up in Models...")
  private String attribute = "expression";

  @Parameter(
      label = "Own model (instead)",
      visibility = ItemVisibility.INVISIBLE,
      required = false,
      persist = false,
      description = "Id of a model you added yourself; empty for the one chosen above.")
  private String ownattribute = "";

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

  @Parameter(label = "Attributes", type = ItemIO.OUTPUT)
  private ResultsTable found;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          TableFile file = TableFile.of(csv, AttributeTable.KIND);
          String id = ownattribute.isBlank() ? attribute.strip() : ownattribute.strip();
          FaceAttributes model = FaceAttributes.of(faces.open(id, Task.ATTRIBUTE));
          FaceCompletion points =
              FaceCompletion.NOTHING.landmarks(faces.open(DEFAULT_LANDMARKS, Task.LANDMARKS));
          StatusProgress progress = StatusProgress.of(this);
          Table rows =
              new AttributeReading(model)
                  .table(found(progress).complete(points, progress), progress);
          found = ResultsTables.of(rows);
          file.write(rows);
          if (table) {
            ResultsTables.addToResults(rows);
          }
        });
  }
}
