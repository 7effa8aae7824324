package io.github.facesj.fiji.command.collection;

import ij.measure.ResultsTable;
import io.github.facesj.analysis.NamingRule;
import io.github.facesj.archive.Archive;
import io.github.facesj.collection.ArchiveIdentification;
import io.github.facesj.collection.ArchiveIdentifier;
import io.github.facesj.fiji.archive.ArchiveEmbedder;
import io.github.facesj.fiji.command.ArchiveParameters;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.parameter.TableFile;
import io.github.facesj.fiji.table.ResultsTables;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Says which known people the faces of an archive may be that have no name. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Says which known people the faces of an archive may be that have no name.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.COLLECTION, weight = FacesMenu.COLLECTION_WEIGHT),
      @Menu(label = "Identify in Archive...", weight = 34)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"archive", "gallery", "threshold", "quality", "samephoto", "best", "apply", "csv"})
public final class IdentifyInArchive extends ArchiveParameters {

  @Parameter(
      label = "Gallery (optional)",
      style = "file",
      required = false,
      persist = false,
      description =
          "A file that Build Gallery... wrote, or a folder with one folder per person; empty:"
              + " the people whom the archive has names of.")
  private String gallery = "";

  @Parameter(
      label = "Candidates",
      min = "1",
      persist = false,
      description = "How many of the nearest people the table lists.")
  private int best = 3;

  @Parameter(
      label = "Give the names",
      persist = false,
      description = "Into the archive. Review Faces... can take each back.")
  private boolean apply = false;

  @Parameter(
      label = "Save table as CSV (optional)",
      style = "save",
      required = false,
      persist = false,
      description = "One row per cluster and per face that is alone, the surest first.")
  private String csv = "";

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "People", type = ItemIO.OUTPUT)
  private ResultsTable people;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          Path file = archive();
          Optional<Path> known = Paths.optional(gallery);
          TableFile table = TableFile.of(csv, ArchiveIdentification.KIND, file);
          StatusProgress progress = StatusProgress.of(this);
          try (Archive open = apply ? Archive.open(file) : Archive.read(file)) {
            ArchiveEmbedder embedder = ArchiveEmbedder.of(open.settings(), faces);
            NamingRule rule = embedder.naming(threshold());
            ArchiveIdentifier identifier =
                new ArchiveIdentifier(
                    embedder.model().distance(), rule, best, quality(), onePerPicture());
            Optional<List<Enrolled>> enrolled = Optional.empty();
            if (known.isPresent()) {
              enrolled = Optional.of(embedder.people(known.get(), progress).faces());
            }
            ArchiveIdentification answer = identifier.identify(open, enrolled, progress);
            Table rows = answer.table();
            table.write(rows);
            if (apply) {
              answer.apply(open);
            }
            report = answer.summary();
            people = ResultsTables.of(rows);
          }
        });
  }
}
