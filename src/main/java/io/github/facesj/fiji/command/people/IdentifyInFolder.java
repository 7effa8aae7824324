package io.github.facesj.fiji.command.people;

import io.github.facesj.analysis.Identifier;
import io.github.facesj.batch.IdentificationRun;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.command.IdentificationParameters;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FolderScope;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Report;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Says who the faces of all photos in a folder may be, and writes that as a table. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Says who the faces of all photos in a folder may be, and writes that as a table.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.PEOPLE, weight = FacesMenu.PEOPLE_WEIGHT),
      @Menu(label = "Identify in Folder...", weight = 23)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"input", "gallery", "output", "search", "threshold", "best"})
public final class IdentifyInFolder extends IdentificationParameters {

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

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          PhotoFolder folder = FolderScope.folder("The photo folder", input, system);
          Path table = Paths.file("The table", output);
          StatusProgress progress = StatusProgress.of(this);
          Factory<Identifier> identifiers = people(progress).identifiers(threshold(), best());
          Report done =
              new IdentificationRun(identifiers, faces.threads()).run(folder, table, progress);
          report = done.summary("; " + identifiers.create().threshold());
        });
  }
}
