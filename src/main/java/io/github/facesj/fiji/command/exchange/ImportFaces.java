package io.github.facesj.fiji.command.exchange;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.fiji.DetectedFaces;
import io.github.facesj.fiji.ExchangeFormat;
import io.github.facesj.fiji.FaceImport;
import io.github.facesj.fiji.GalleryImport;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.command.RecognitionParameters;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.overlay.FaceRois;
import io.github.facesj.fiji.overlay.ImageSource;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.parameter.TableFile;
import io.github.facesj.fiji.table.GalleryTables;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Takes faces and names that other programs wrote, and shows, tabulates or enrols them. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Takes faces and names that other programs wrote, and shows, tabulates or enrols them.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.EXCHANGE, weight = FacesMenu.EXCHANGE_WEIGHT),
      @Menu(label = "Import Faces...", weight = 51)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"input", "format", "overlay", "manager", "csv", "gallery", "photos"})
public final class ImportFaces extends RecognitionParameters {

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
        "embeddings",
        "xmp"
      },
      persist = false,
      description = "docs/FORMATS.md says what each holds, and who writes it.")
  private String format = "csv";

  @Parameter(
      label = "File or folder",
      style = "file",
      persist = false,
      description = "For pts, wider, voc and xmp a folder, which is read with all below it.")
  private String input = "";

  @Parameter(
      label = "Draw on the image",
      persist = false,
      description = "The faces of the photo that is called like the image.")
  private boolean overlay = true;

  @Parameter(
      label = "Add to ROI Manager",
      persist = false,
      description = "The same faces, behind the ROIs that are there.")
  private boolean manager = false;

  @Parameter(
      label = "Save as CSV (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "File for all faces as one table.")
  private String csv = "";

  @Parameter(
      label = "Enrol in gallery (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "File of the gallery that the people with names are added to.")
  private String gallery = "";

  @Parameter(
      label = "Photo folder (to enrol)",
      style = "directory",
      required = false,
      persist = false,
      description = "Where the photos lie; empty for the folder that is imported.")
  private String photos = "";

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "Faces", type = ItemIO.OUTPUT)
  private ResultsTable found;

  @Parameter(label = "What was left out", type = ItemIO.OUTPUT)
  private ResultsTable skipped;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          Path source = Paths.file("The file or folder", input);
          TableFile file = TableFile.of(csv, PeopleCsv.KIND, source);
          Optional<Path> people = Paths.optional(gallery);
          if (people.isPresent()) {
            WriteGuard.of(source).require(people.get(), GalleryFile.FILE);
          }
          if (manager) {
            FaceRois.requireManager();
          }
          Progress watch = StatusProgress.of(this);
          ReadFaces read =
              Choice.of("The format", ExchangeFormat.class, format)
                  .reader(new DetectedFaces(faces, detector(), searchOptions(), watch), watch)
                  .read(source);
          List<Problem> problems = new ArrayList<>(read.problems());
          FaceImport imported = new FaceImport(read);
          report =
              FaceImport.summary(read)
                  + imported.unshown()
                  + read.files().map(tally -> "\n" + tally.table()).orElse("");
          if (ImageSource.isOpen(image) && (overlay || manager)) {
            List<PhotoFaces> here = imported.of(image);
            report += "\n" + FaceImport.show(image, here, overlay, manager);
          }
          file.write((target, guard) -> new PeopleCsv().write(read.photos(), target, guard));
          if (people.isPresent()) {
            Optional<Path> folder = Paths.optional(photos).or(() -> FaceImport.folder(source));
            GalleryImport done =
                GalleryImport.into(people.get(), read.photos(), folder, recognizers(), watch);
            problems.addAll(done.problems());
            report += "\n" + done.summary();
          }
          found = ResultsTables.of(imported.shown());
          skipped = GalleryTables.skipped(problems);
        });
  }
}
