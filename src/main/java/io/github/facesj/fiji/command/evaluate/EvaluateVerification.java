package io.github.facesj.fiji.command.evaluate;

import ij.measure.ResultsTable;
import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.evaluation.PairFiles;
import io.github.facesj.evaluation.PairList;
import io.github.facesj.evaluation.ResultFolder;
import io.github.facesj.evaluation.UnfinishedPairs;
import io.github.facesj.evaluation.Verification;
import io.github.facesj.evaluation.VerificationFiles;
import io.github.facesj.evaluation.VerificationProtocol;
import io.github.facesj.evaluation.VerificationRun;
import io.github.facesj.fiji.Recognizers;
import io.github.facesj.fiji.command.FacesMenu;
import io.github.facesj.fiji.command.RecognitionParameters;
import io.github.facesj.fiji.dialog.Questions;
import io.github.facesj.fiji.parameter.CommandErrors;
import io.github.facesj.fiji.parameter.Paths;
import io.github.facesj.fiji.parameter.StatusProgress;
import io.github.facesj.fiji.table.ResultsTables;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures on pairs of photos how far the answers of an embedder can be trusted. */
@Plugin(
    type = Command.class,
    headless = true,
    description = "Measures on pairs of photos how far the answers of an embedder can be trusted.",
    menu = {
      @Menu(label = FacesMenu.PLUGINS),
      @Menu(label = FacesMenu.FACESJ),
      @Menu(label = FacesMenu.EVALUATE, weight = FacesMenu.EVALUATE_WEIGHT),
      @Menu(label = "Verification...", weight = 63)
    },
    attrs = @Attr(name = Questions.OWN_RECORDING))
@Questions({"pairs", "photos", "output", "search", "embedder", "calibrate", "rate"})
public final class EvaluateVerification extends RecognitionParameters {

  @Parameter(
      label = "List of pairs",
      style = "file",
      description = "LFW's pairs.txt, a CSV with the columns a, b, same, or InsightFace's .bin.",
      persist = false)
  private String pairs = "";

  @Parameter(
      label = "Photo folder",
      style = "directory",
      required = false,
      description = "The names of the list are relative to it; not needed for a .bin.",
      persist = false)
  private String photos = "";

  @Parameter(
      label = "Folder for the results",
      style = "directory",
      description = "scores.csv, summary.csv, roc.png and det.png.",
      persist = false)
  private String output = "";

  @Parameter(
      label = "Calibrate on these data",
      persist = false,
      description = "Keep the threshold for Verify Two Faces... and Identify Faces...")
  private boolean calibrate = false;

  @Parameter(
      label = "Greatest false match rate (0: most right answers)",
      min = "0",
      max = "1",
      persist = false,
      description = "Which threshold to keep.")
  private double rate = 0;

  @Parameter(label = "Report", type = ItemIO.OUTPUT)
  private String report = "";

  @Parameter(label = "Summary", type = ItemIO.OUTPUT)
  private ResultsTable summary;

  @Override
  public void run() {
    CommandErrors.guard(
        this,
        () -> {
          if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                "A false match rate must be between 0 and 1, but was " + rate + ".");
          }
          Path file = Paths.file("The list of pairs", pairs);
          Path folder =
              photos.isBlank() && file.toString().endsWith(".bin")
                  ? file.toAbsolutePath().getParent()
                  : Paths.folder("The photo folder", photos);
          ResultFolder results =
              VerificationFiles.results(Paths.file("The folder for the results", output), file);
          Recognizers recognizers = recognizers();
          Recognizer recognizer = recognizers.create();
          PairList list = PairFiles.read(file, folder);
          Verification.require(list);
          VerificationProtocol protocol = VerificationProtocol.of(recognizer, list.aligned());
          StatusProgress progress = StatusProgress.of(this);
          Verification verification;
          try (UnfinishedPairs rows =
              VerificationFiles.unfinished(results, list, folder, protocol, file, progress)) {
            verification =
                Verification.of(
                    new VerificationRun(recognizers, faces.threads())
                        .compare(list, rows, progress));
            VerificationFiles.write(results, verification, protocol);
            rows.remove();
          }
          if (calibrate) {
            MatchThreshold.measure(verification.roc(), rate, recognizer.embedder())
                .write(faces.store().folder());
          }
          report = verification.summary();
          summary = ResultsTables.of(VerificationFiles.summary(verification, protocol));
        });
  }
}
