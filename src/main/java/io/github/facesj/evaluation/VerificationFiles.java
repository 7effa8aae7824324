package io.github.facesj.evaluation;

import io.github.facesj.metrics.KFoldAccuracy;
import io.github.facesj.metrics.Plots;
import io.github.facesj.metrics.Roc;
import io.github.facesj.run.FacesException;
import io.github.facesj.table.CsvTable;
import io.github.facesj.table.TableKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A verification as files: {@code scores.csv} with one row for each pair, {@code summary.csv} with
 * one row of figures and how they came about, {@code roc.png} and {@code det.png}.
 */
public final class VerificationFiles {

  private static final List<String> SCORES = List.of("a", "b", "same", "distance", "problem");

  private VerificationFiles() {}

  /**
   * The folder for {@link #write}.
   *
   * @param inputs files that the evaluation reads
   * @throws FacesException if a file in it must not be written
   */
  public static ResultFolder results(Path folder, Path... inputs) throws FacesException {
    return ResultFolder.of(
        folder,
        Map.of(
            "scores.csv",
            TableKind.of(SCORES),
            "summary.csv",
            TableKind.of(List.of("pairs", "same", "different", "problems", "auc", "eer"))),
        List.of("roc.png", "det.png"),
        inputs);
  }

  /**
   * Writes all of them; the folder is made, earlier files of these names are replaced.
   *
   * @throws FacesException if one cannot be written
   */
  public static void write(
      ResultFolder folder, Verification verification, VerificationProtocol protocol)
      throws FacesException {
    folder.write(scores(verification), "scores.csv");
    folder.write(summary(verification, protocol), "summary.csv");
    String curve =
        String.format(
            Locale.ROOT,
            "%s + %s, mirror %s (AUC %.4f, EER %.2f %%)",
            protocol.detector(),
            protocol.embedder(),
            protocol.mirror(),
            verification.roc().areaUnderCurve(),
            100 * verification.roc().equalErrorRate());
    Map<String, Roc> curves = Map.of(curve, verification.roc());
    String pairs =
        String.format(
            Locale.ROOT,
            " of %d pairs of one person and %d of two",
            verification.roc().positives(),
            verification.roc().negatives());
    folder.write(Plots.roc("Verification" + pairs, curves), "roc.png");
    folder.write(Plots.det("Errors" + pairs, curves), "det.png");
  }

  /** One row for each pair, in the order of the list. */
  static CsvTable scores(Verification verification) {
    List<List<String>> rows = new ArrayList<>();
    for (PairScore score : verification.scores()) {
      rows.add(
          List.of(
              score.pair().a(),
              score.pair().b(),
              score.pair().same() ? "1" : "0",
              score.distance().isPresent() ? Double.toString(score.distance().getAsDouble()) : "",
              score.problem()));
    }
    return new CsvTable(SCORES, rows);
  }

  /**
   * One row; all shares from 0 to 1. The true match rates have the ends of their intervals (95 %)
   * and the false match rate that was really reached: 0 where there are too few pairs for more.
   */
  public static CsvTable summary(Verification verification, VerificationProtocol protocol) {
    List<String> headings = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    Roc roc = verification.roc();
    Optional<KFoldAccuracy> folds = verification.folds();
    add(headings, cells, "pairs", verification.scores().size());
    add(headings, cells, "same", roc.positives());
    add(headings, cells, "different", roc.negatives());
    add(headings, cells, "problems", verification.problems());
    add(headings, cells, "auc", roc.areaUnderCurve());
    add(headings, cells, "eer", roc.equalErrorRate());
    add(headings, cells, "folds", folds.map(f -> f.accuracies().size()).orElse(1));
    add(headings, cells, "accuracy", folds.<Object>map(KFoldAccuracy::mean).orElse(""));
    add(headings, cells, "deviation", folds.<Object>map(KFoldAccuracy::deviation).orElse(""));
    for (String rate : Verification.RATES) {
      Roc.TrueMatchRate tar = roc.trueMatchRateAt(Double.parseDouble(rate));
      add(headings, cells, "tar_at_far_" + rate, tar.rate());
      add(headings, cells, "tar_at_far_" + rate + "_low", tar.interval().low());
      add(headings, cells, "tar_at_far_" + rate + "_high", tar.interval().high());
      add(headings, cells, "tar_at_far_" + rate + "_reached", tar.reached());
    }
    add(headings, cells, "best_threshold", roc.best().threshold());
    add(headings, cells, "best_accuracy", roc.best().accuracy());
    headings.addAll(VerificationProtocol.COLUMNS);
    cells.addAll(protocol.cells());
    return new CsvTable(headings, List.of(cells));
  }

  private static void add(List<String> headings, List<String> cells, String heading, Object value) {
    headings.add(heading);
    cells.add(value.toString());
  }
}
