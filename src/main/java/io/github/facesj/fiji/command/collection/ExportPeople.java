package io.github.facesj.fiji.command.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.collection.PeopleExport;
import io.github.facesj.collection.PhotoCopies;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes who is on which photo of an archive, as tables, and folders with what each is on. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Writes who is on which photo of an archive, as tables, and folders with what each is on.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.COLLECTION, weight = FacesMenu.COLLECTION_WEIGHT),
      @Menu(label = "Export People...", weight = 36)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"archive", "output", "input", "photos", "crops", "unnamed"})
public final class ExportPeople extends ContextCommand {

  @Parameter(
      label = "Archive",
      style = "file",
      description = "A file that Index Folder... wrote.",
      persist = false)
  private String archive = "";

  @Parameter(
      label = "Photo folder (optional)",
      style = "directory",
      required = false,
      persist = false,
      description = "Photos in it are named relative to it; the others by their whole paths.")
  private String input = "";

  @Parameter(
      label = "Folder for the results",
      style = "directory",
      description = "people.csv: photos and people; faces.csv: all faces; people: folders.",
      persist = false)
  private String output = "";

  @Parameter(
      label = "Faces of each person",
      persist = false,
      description = "As the small pictures that the archive has of them.")
  private boolean crops = false;

  @Parameter(
      label = "Photos of each person",
      choices = {"none", "copy", "link"},
      persist = false,
      description = "Copies, or links to where the photos are.")
  private String photos = "none";

  @Parameter(
      label = "Folders for clusters without a name, too",
      persist = false,
      description = "But not for strangers who are ignored.")
  private boolean unnamed = false;

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          Path file = Paths.file("The archive", archive);
          Optional<Path> folder = Paths.optional(input);
          Path results = Paths.file("The folder for the results", output);
          PhotoCopies copies = Choice.of("The photos", PhotoCopies.class, photos);
          try (Archive open = Archive.read(file)) {
            report =
                new PeopleExport(crops, copies, unnamed)
                    .run(open, folder, results, StatusProgress.of(this))
                    .summary();
          }
        });
  }
}
