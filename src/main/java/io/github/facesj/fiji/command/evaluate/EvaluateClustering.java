package io.github.facesj.fiji.command.evaluate;

import ij.measure.ResultsTable;
import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.evaluation.ClusteringEvaluation;
import io.github.facesj.evaluation.LabelledFaces;
import io.github.facesj.evaluation.LabelledPhoto;
import io.github.facesj.evaluation.ResultFolder;
import io.github.facesj.fiji.Recognizers;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.command.RecognitionParameters;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.FolderScope;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures on photos of known people how well faces are grouped, at all thresholds. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Measures on photos of known people how well faces are grouped, at all thresholds.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.EVALUATE, weight = FacesMenu.EVALUATE_WEIGHT),
      @Menu(label = "Clustering...", weight = 64)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"photos", "truth", "output", "search", "embedder", "method", "threshold"})
public final class EvaluateClustering extends RecognitionParameters {

  @Parameter(
      label = "Photo folder",
      style = "directory",
      description = "With a folder for each person, unless a table says who is who.",
      persist = false)
  private String photos = "";

  @Parameter(label = FolderScope.LABEL, persist = false, description = FolderScope.DESCRIPTION)
  private boolean system = FolderScope.DEFAULT;

  @Parameter(
      label = "Who is who (CSV, optional)",
      style = "file",
      required = false,
      persist = false,
      description = "Columns photo, identity, and perhaps x, y, width, height.")
  private String truth = "";

  @Parameter(
      label = "Folder for the results",
      style = "directory",
      description = "summary.csv, curve.csv, problems.csv and curve.png.",
      persist = false)
  private String output = "";

  @Parameter(
      label = "Method",
      choices = {"default", "infomap", "average", "whispers", "dbscan", "kmeans"},
      persist = false,
      description = "How faces are grouped, as in Cluster Archive...")
  private String method = "default";

  @Parameter(
      label = "Greatest distance (0: recommended)",
      min = "0",
      persist = false,
      description = "The threshold in use; all others are measured, too.")
  private double threshold = 0;

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "Summary", type = ItemIO.OUTPUT)
  private ResultsTable summary;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          PhotoFolder folder = FolderScope.folder("The photo folder", photos, system);
          Optional<Path> table = Paths.optional(truth);
          ResultFolder results =
              ClusteringEvaluation.results(
                  Paths.file("The folder for the results", output),
                  table.stream().toArray(Path[]::new));
          ClusterMethod how = Choice.of("The method", ClusterMethod.class, method);
          Recognizers recognizers = recognizers();
          Recognizer recognizer = recognizers.create();
          MatchThreshold limit =
              MatchThreshold.ofClusters(threshold, recognizer.embedder(), faces.store().folder());
          Progress progress = StatusProgress.of(this);
          Optional<PhotoListing> listing =
              table.isPresent() ? Optional.empty() : Optional.of(folder.listing(progress));
          List<LabelledPhoto> labelled =
              listing.isPresent()
                  ? LabelledPhoto.folders(listing.get())
                  : LabelledPhoto.table(table.get());
          LabelledFaces known =
              LabelledFaces.of(folder.path(), labelled, recognizers, faces.threads(), progress);
          ClusteringEvaluation evaluation =
              ClusteringEvaluation.of(known, recognizer, how, limit, progress);
          evaluation.write(results);
          report =
              evaluation.line() + listing.map(all -> "\n" + known.tally(all).table()).orElse("");
          summary = ResultsTables.of(evaluation.summary());
        });
  }
}
