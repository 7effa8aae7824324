package io.github.facesj.fiji.command.collection;

import ij.measure.ResultsTable;
import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.archive.Archive;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.PlanRules;
import io.github.facesj.collection.ClusterReport;
import io.github.facesj.collection.ClusterRun;
import io.github.facesj.fiji.archive.ArchiveEmbedder;
import io.github.facesj.fiji.command.ArchiveParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.parameter.TableFile;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.table.Table;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Groups the faces of an archive by person; what people settled there stays as it is. */
@Plugin(
    type = Command.class,
    headless = true,
    description =
        "Groups the faces of an archive by person; what people settled there stays as it is.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.COLLECTION, weight = FacesMenu.COLLECTION_WEIGHT),
      @Menu(label = "Cluster Archive...", weight = 32)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"archive", "threshold", "quality", "samephoto", "method", "fresh", "csv"})
public final class ClusterArchive extends ArchiveParameters {

  @Parameter(
      label = "Method",
      choices = {"default", "infomap", "average", "whispers", "dbscan", "kmeans"},
      persist = false,
      description = "How faces are grouped; default: what measures best.")
  private String method = "default";

  @Parameter(
      label = "Smallest cluster in the table",
      min = "1",
      persist = false,
      description = "Smaller ones are made, but not listed.")
  private int least = 2;

  @Parameter(
      label = "Make anew what nobody settled",
      persist = false,
      description = "Otherwise clusters stay as they are, and new faces are added to them.")
  private boolean fresh = false;

  @Parameter(
      label = "Save table as CSV (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "One row per cluster, the largest first.")
  private String csv = "";

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "Clusters", type = ItemIO.OUTPUT)
  private ResultsTable clusters;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          ClusterMethod how = Choice.of("The method", ClusterMethod.class, method);
          Path file = archive();
          TableFile table = TableFile.of(csv, ClusterReport.KIND, file);
          if (least < 1) {
            throw new IllegalArgumentException(
                "The smallest cluster must have at least 1 face, but was to have " + least + ".");
          }
          try (Archive open = Archive.open(file)) {
            ArchiveEmbedder embedder = ArchiveEmbedder.of(open.settings(), faces);
            MatchThreshold limit = embedder.threshold(threshold());
            double cosine = embedder.cosine(limit);
            ClusterReport outcome =
                new ClusterRun(
                        how.grouping(1 - cosine),
                        new PlanRules(cosine, onePerPicture(), fresh),
                        limit,
                        quality())
                    .run(open, StatusProgress.of(this));
            Table rows = outcome.table(least);
            report = outcome.summary();
            clusters = ResultsTables.of(rows);
            table.write(rows);
          }
        });
  }
}
