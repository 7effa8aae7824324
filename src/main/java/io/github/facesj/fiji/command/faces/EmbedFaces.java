package io.github.facesj.fiji.command.faces;

import ij.measure.ResultsTable;
import io.github.facesj.analysis.FaceCompletion;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.Mirror;
import io.github.facesj.embed.PointSource;
import io.github.facesj.exchange.numpy.Npy;
import io.github.facesj.fiji.Recognizers;
import io.github.facesj.fiji.command.FaceParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.ModelStyle;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.MirrorChoice;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.PointsChoice;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.parameter.TableFile;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.table.EmbeddingTable;
import io.github.facesj.table.FaceRow;
import io.github.facesj.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Turns faces into vectors that can be compared, for one's own statistics. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Turns faces into vectors that can be compared, for one's own statistics.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = "Embed Faces...", weight = 6)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"source", "search", "embedder", "table", "csv", "npy", "slices"})
public final class EmbedFaces extends FaceParameters {

  @Parameter(
      label = "Model that compares faces",
      style = ModelStyle.EMBEDDING,
      choices = {
        Recognizers.DEFAULT_EMBEDDER,
        "mobilefacenet-112x112",
        "mobilefacenet-112x96",
        "sface"
      },
      persist = false,
      description = "Turns faces into numbers that can be compared.")
  private String embedder = Recognizers.DEFAULT_EMBEDDER;

  @Parameter(
      label = "Own embedder (instead)",
      visibility = ItemVisibility.INVISIBLE,
      required = false,
      persist = false,
      description = "Id of a model you added yourself; empty for the one chosen above.")
  private String ownembedder = "";

  @Parameter(
      label = "Mirror image",
      choices = {"card", "none", "sum", "concat"},
      persist = false,
      description = "What becomes of the mirrored face; card: as the model's makers recommend.")
  private String mirror = "card";

  @Parameter(
      label = "Align by points of",
      choices = {"card", "detector", "landmarks"},
      persist = false,
      description = "Whose five points; card: as the embedder's makers recommend.")
  private String points = "card";

  @Parameter(
      label = "Add to Results",
      persist = false,
      description = "One row per face with its vector, behind the rows that are there.")
  private boolean table = true;

  @Parameter(
      label = "Save as CSV (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "File for the table, with all digits of its numbers.")
  private String csv = "";

  @Parameter(
      label = "Save vectors as .npy (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "File for NumPy: one row of 32-bit floats per face, in the table's order.")
  private String npy = "";

  @Parameter(label = "Embeddings", type = ItemIO.OUTPUT)
  private ResultsTable found;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          TableFile text = TableFile.of(csv, EmbeddingTable.KIND);
          Optional<Path> matrix = Paths.optional(npy);
          if (matrix.isPresent()) {
            WriteGuard.none().require(matrix.get(), Npy.KIND);
          }
          FaceEmbedder model = embedder();
          FaceCompletion completion = completion(model);
          StatusProgress progress = StatusProgress.of(this);
          List<FaceRow> rows =
              found(progress).complete(completion, progress).rows(model.id(), model.card());
          Table vectors = EmbeddingTable.of(rows, model.size());
          found = ResultsTables.of(vectors);
          text.write(vectors);
          if (matrix.isPresent()) {
            Npy.write(matrix.get(), EmbeddingTable.vectors(rows), model.size());
          }
          if (table) {
            ResultsTables.addToResults(vectors);
          }
        });
  }

  private FaceEmbedder embedder() throws FacesException {
    Optional<Mirror> how = Choice.of("The mirror image", MirrorChoice.class, mirror).mirror();
    OpenModel model =
        faces.open(ownembedder.isBlank() ? embedder.strip() : ownembedder.strip(), Task.EMBEDDING);
    return how.isPresent() ? FaceEmbedder.of(model, how.get()) : FaceEmbedder.of(model);
  }

  private FaceCompletion completion(FaceEmbedder model) throws FacesException {
    PointSource whose =
        Choice.of("The points", PointsChoice.class, points).source().orElse(model.points());
    return FaceCompletion.NOTHING.embedding(model, Optional.of(landmarker()), whose);
  }
}
