package io.github.facesj.fiji.command.collection;

import ij.ImagePlus;
import io.github.facesj.archive.Archive;
import io.github.facesj.collection.SheetChoice;
import io.github.facesj.collection.SheetPlan;
import io.github.facesj.fiji.archive.ContactSheetImage;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.picture.SheetLayout;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws the faces of an archive in rows, one section for each person or cluster. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Draws the faces of an archive in rows, one section for each person or cluster.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.COLLECTION, weight = FacesMenu.COLLECTION_WEIGHT),
      @Menu(label = "Contact Sheet...", weight = 37)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"archive", "people", "faces", "unnamed", "columns", "size", "height", "output"})
public final class ContactSheet extends ContextCommand {

  @Parameter(
      label = "Archive",
      style = "file",
      description = "A file that Index Folder... wrote.",
      persist = false)
  private String archive = "";

  @Parameter(
      label = "Clusters without a name, too",
      persist = false,
      description = "After the people. Strangers who are ignored are never shown.")
  private boolean unnamed = true;

  @Parameter(
      label = "Most people and clusters (0: all)",
      min = "0",
      persist = false,
      description = "Those with most faces, people with a name first.")
  private int people = SheetChoice.DEFAULT_PEOPLE;

  @Parameter(
      label = "Most faces of each (0: all)",
      min = "0",
      persist = false,
      description = "The best ones: large, sharp, turned to the camera.")
  private int faces = SheetChoice.DEFAULT_FACES;

  @Parameter(label = "Faces in a row", min = "1", persist = false)
  private int columns = SheetLayout.DEFAULT_COLUMNS;

  @Parameter(
      label = "Size of a face (pixels)",
      min = "16",
      max = "512",
      persist = false,
      description = "The archive has them in 112 pixels.")
  private int size = SheetLayout.DEFAULT_SIZE;

  @Parameter(
      label = "Height of a page (pixels)",
      persist = false,
      description = "What does not fit on one goes to the next: a slice of the stack.")
  private int height = SheetLayout.DEFAULT_HEIGHT;

  @Parameter(
      label = "Save as (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "A PNG, JPEG or TIFF, by the end of its name; several pages need a TIFF.")
  private String output = "";

  @Parameter(label = "Contact sheet", type = ItemIO.OUTPUT)
  private ImagePlus sheet;

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          SheetLayout layout = new SheetLayout(columns, size, height);
          SheetChoice choice = new SheetChoice(faces, people, unnamed);
          Path file = Paths.file("The archive", archive);
          Optional<Path> picture = Paths.optional(output);
          try (Archive open = Archive.read(file)) {
            // In one transaction, so that nobody takes a face away before it is drawn.
            sheet =
                open.transaction(
                    () -> {
                      SheetPlan plan = SheetPlan.of(open, layout, choice);
                      ImagePlus drawn =
                          new ContactSheetImage(plan, open).draw(picture, StatusProgress.of(this));
                      report = plan.summary();
                      return drawn;
                    });
          }
        });
  }
}
