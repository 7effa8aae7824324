package io.github.facesj.fiji.command.people;

import ij.measure.ResultsTable;
import io.github.facesj.fiji.GalleryAction;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.command.RecognitionParameters;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FolderScope;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.table.GalleryTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Enrols people from a folder of folders in a gallery, and adds, removes and renames them. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Enrols people from a folder of folders in a gallery, and adds, removes and renames them.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.PEOPLE, weight = FacesMenu.PEOPLE_WEIGHT),
      @Menu(label = "Build Gallery...", weight = 21)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"gallery", "action", "input", "person", "name", "photo", "search", "embedder"})
public final class BuildGallery extends RecognitionParameters {

  @Parameter(
      label = "What to do",
      choices = {"build", "add", "remove", "rename", "list"},
      persist = false,
      description = "build: a new gallery in place of one of that name.")
  private String action = "build";

  @Parameter(
      label = "Gallery",
      style = "save",
      description = "The file of the gallery.",
      persist = false)
  private String gallery = "";

  @Parameter(
      label = "Folder of people (build, add)",
      style = "directory",
      required = false,
      description = "One folder for each person, named like the person, with photos in it.",
      persist = false)
  private String input = "";

  @Parameter(label = FolderScope.LABEL, persist = false, description = FolderScope.DESCRIPTION)
  private boolean system = FolderScope.DEFAULT;

  @Parameter(
      label = "Least quality (0: any)",
      min = "0",
      max = "1",
      persist = false,
      description = "Worse faces are not enrolled: small, blurred, turned away.")
  private double quality = 0;

  @Parameter(label = "Person (remove, rename)", required = false, persist = false)
  private String person = "";

  @Parameter(label = "New name (rename)", required = false, persist = false)
  private String name = "";

  @Parameter(
      label = "Photo (remove)",
      required = false,
      persist = false,
      description = "Only this photo of the person; empty for all.")
  private String photo = "";

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "People", type = ItemIO.OUTPUT)
  private ResultsTable people;

  @Parameter(label = "Photos not enrolled", type = ItemIO.OUTPUT)
  private ResultsTable skipped;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          GalleryAction.Outcome outcome =
              Choice.of("What to do", GalleryAction.class, action)
                  .run(
                      Paths.file("The gallery", gallery),
                      new GalleryAction.Request(input, system, person, name, photo, quality),
                      recognizers(),
                      StatusProgress.of(this));
          report = outcome.summary();
          people = GalleryTables.people(outcome.gallery());
          skipped = GalleryTables.skipped(outcome.skipped());
        });
  }
}
