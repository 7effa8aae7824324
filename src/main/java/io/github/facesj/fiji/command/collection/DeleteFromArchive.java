package io.github.facesj.fiji.command.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.Deletion;
import io.github.facesj.fiji.archive.ArchiveDeletion;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Removes a person, a photo or a folder from an archive, for good. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Removes a person, a photo or a folder from an archive, for good.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.COLLECTION, weight = FacesMenu.COLLECTION_WEIGHT),
      @Menu(label = "Delete from Archive...", weight = 38)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"archive", "person", "photo", "folder"})
public final class DeleteFromArchive extends ContextCommand {

  @Parameter(
      label = "Archive",
      style = "file",
      persist = false,
      description = "A file that Index Folder... wrote. Photos themselves are never touched.")
  private String archive = "";

  @Parameter(
      label = "Person",
      required = false,
      persist = false,
      description = "Name of a person whose faces are to go. Fill in only one of the three.")
  private String person = "";

  @Parameter(
      label = "Photo",
      style = "file",
      required = false,
      persist = false,
      description =
          "Whole path of a photo that is to go with its faces, also if it is not there"
              + " any more.")
  private String photo = "";

  @Parameter(
      label = "Folder",
      style = "directory",
      required = false,
      persist = false,
      description = "Whole path of a folder whose photos are to go with their faces.")
  private String folder = "";

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          ArchiveDeletion what =
              ArchiveDeletion.of(person, Paths.optional(photo), Paths.optional(folder));
          try (Archive open = Archive.open(Paths.file("The archive", archive))) {
            report = what.from(new Deletion(open, StatusProgress.of(this)));
          }
        });
  }
}
