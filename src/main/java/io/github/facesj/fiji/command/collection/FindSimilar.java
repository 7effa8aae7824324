package io.github.facesj.fiji.command.collection;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.facesj.archive.Archive;
import io.github.facesj.collection.SimilarFaces;
import io.github.facesj.embed.Distance;
import io.github.facesj.face.Embedding;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.archive.ArchiveEmbedder;
import io.github.facesj.fiji.archive.ArchiveQuery;
import io.github.facesj.fiji.archive.FaceStack;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.parameter.TableFile;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.table.Table;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Looks in an archive for the faces that are most like one face of an image. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Looks in an archive for the faces that are most like one face of an image.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.COLLECTION, weight = FacesMenu.COLLECTION_WEIGHT),
      @Menu(label = "Find Similar...", weight = 35)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"archive", "best", "threshold", "csv"})
public final class FindSimilar extends ContextCommand {

  @Parameter private FacesService faces;

  @Parameter(
      label = "Image",
      description = "With a rectangle round the face, unless it is the only one.")
  private ImagePlus image;

  @Parameter(
      label = "Archive",
      style = "file",
      description = "A file that Index Folder... wrote.",
      persist = false)
  private String archive = "";

  @Parameter(
      label = "Faces to list",
      min = "1",
      persist = false,
      description = "At most so many, the nearest first.")
  private int best = 24;

  @Parameter(
      label = "Greatest distance (0: any)",
      min = "0",
      persist = false,
      description = "Faces further away are left out.")
  private double threshold = 0;

  @Parameter(
      label = "Save as CSV (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "File for the table, with all digits of its numbers.")
  private String csv = "";

  @Parameter(label = "Faces", type = ItemIO.OUTPUT)
  private ResultsTable found;

  @Parameter(label = "Pictures", type = ItemIO.OUTPUT)
  private ImagePlus pictures;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          Path file = Paths.file("The archive", archive);
          TableFile table = TableFile.of(csv, SimilarFaces.KIND, file);
          try (Archive open = Archive.read(file)) {
            ArchiveEmbedder embedder = ArchiveEmbedder.of(open.settings(), faces);
            Distance distance = embedder.model().distance();
            double limit = threshold == 0 ? distance.greatest() : threshold;
            distance.toCosine(limit);
            StatusProgress progress = StatusProgress.of(this);
            Embedding face = new ArchiveQuery(embedder.recognizer()).face(image, progress);
            SimilarFaces similar = SimilarFaces.of(open, face, distance, best, limit, progress);
            Table rows = similar.table();
            found = ResultsTables.of(rows);
            pictures = FaceStack.of(open, similar, "Similar to " + image.getTitle()).orElse(null);
            table.write(rows);
          }
        });
  }
}
