package io.github.facesj.fiji.command.pictures;

import io.github.facesj.batch.AnonymiseRun;
import io.github.facesj.fiji.command.AnonymisationParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FolderScope;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.photo.PhotoFolder;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Copies all photos of a folder with faces covered, and says where a person should look. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Copies all photos of a folder with faces covered, and says where a person should look.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.PICTURES, weight = FacesMenu.PICTURES_WEIGHT),
      @Menu(label = "Anonymise Folder...", weight = 43)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"input", "output", "how", "who", "gallery", "people", "search", "margin"})
public final class AnonymiseFolder extends AnonymisationParameters {

  @Parameter(
      label = "Photo folder",
      style = "directory",
      description = "Searched with all folders below it. The photos are only read.",
      persist = false)
  private String input = "";

  @Parameter(label = FolderScope.LABEL, persist = false, description = FolderScope.DESCRIPTION)
  private boolean system = FolderScope.DEFAULT;

  @Parameter(
      label = "Folder for the copies",
      style = "directory",
      description = "Empty, or from an earlier run: copies that are up to date are skipped.",
      persist = false)
  private String output = "";

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          PhotoFolder photos = FolderScope.folder("The photo folder", input, system);
          Path copies = Paths.file("The folder for the copies", output);
          StatusProgress progress = StatusProgress.of(this);
          report =
              new AnonymiseRun(anonymisers(progress), faces.threads())
                  .run(photos, copies, progress)
                  .summary();
        });
  }
}
