package io.github.facesj.fiji.command.collection;

import io.github.facesj.collection.IndexRun;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.command.RecognitionParameters;
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

/** Puts the faces of all photos in a folder into an archive; only what is new is looked at. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Puts the faces of all photos in a folder into an archive; only what is new is looked at.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.COLLECTION, weight = FacesMenu.COLLECTION_WEIGHT),
      @Menu(label = "Index Folder...", weight = 31)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"input", "archive", "search", "embedder", "model"})
public final class IndexFolder extends RecognitionParameters {

  @Parameter(
      label = "Photo folder",
      style = "directory",
      description = "Searched with all folders below it. The photos are only read.",
      persist = false)
  private String input = "";

  @Parameter(label = FolderScope.LABEL, persist = false, description = FolderScope.DESCRIPTION)
  private boolean system = FolderScope.DEFAULT;

  @Parameter(
      label = "Archive (.facesj)",
      style = "save",
      description =
          "One file for all faces. One that is there is brought up to date, and goes on"
              + " where it was.",
      persist = false)
  private String archive = "";

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          PhotoFolder folder = FolderScope.folder("The photo folder", input, system);
          Path file = Paths.file("The archive", archive);
          report =
              new IndexRun(recognizers(), faces.threads())
                  .run(folder, file, StatusProgress.of(this))
                  .summary();
        });
  }
}
