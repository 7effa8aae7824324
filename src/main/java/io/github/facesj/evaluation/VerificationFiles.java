package io.github.facesj.evaluation;

import io.github.facesj.batch.FileStamp;
import io.github.facesj.metrics.KFoldAccuracy;
import io.github.facesj.metrics.Plots;
import io.github.facesj.metrics.Roc;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import io.github.facesj.table.TableKind;
import io.github.facesj.table.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A verification as files: {@code scores.csv} with one row for each pair, {@code summary.csv} with
 * one row of figures and how they came about, {@code roc.png} and {@code det.png}.
 */
public final class VerificationFiles {

  private static final Schema<PairScore> SCORES =
      Schema.of(
          Column.text("a", "a photo").of(score -> score.pair().a()),
          Column.text("b", "another photo").of(score -> score.pair().b()),
          Column.whole("same", "1 for photos of one person, 0 for two")
              .of(score -> score.pair().same() ? 1 : 0),
          Columns.DISTANCE.ofOptional(score -> score.distance().stream().boxed().findFirst()),
          Columns.PROBLEM.of(PairScore::problem));

  private static final Column<Number> PAIRS = Column.whole("pairs", "of the list");
  private static final Column<Number> SAME =
      Column.whole("same", "pairs of one person that were compared");
  private static final Column<Number> DIFFERENT =
      Column.whole("different", "pairs of two people that were compared");
  private static final Column<Number> PROBLEMS =
      Column.whole("problems", "pairs that could not be compared");
  private static final Column<Number> AUC =
      Column.decimal("auc", Unit.SHARE, "area under the ROC curve");
  private static final Column<Number> EER = Column.decimal("eer", Unit.SHARE, "equal error rate");

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
            SCORES.kind(),
            "summary.csv",
            TableKind.of(PAIRS, SAME, DIFFERENT, PROBLEMS, AUC, EER)),
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
  static Table scores(Verification verification) {
    return SCORES.table(verification.scores());
  }

  /** The row of a pair as the file has it. */
  static String line(PairScore score) {
    return SCORES.table(List.of(score)).lines();
  }

  /**
   * The rows of a run that goes on until all pairs are compared.
   *
   * @param photos the folder of the photos
   * @param file the list
   * @throws FacesException if the file for them cannot be written, or another run is writing it
   */
  public static UnfinishedPairs unfinished(
      ResultFolder folder,
      PairList list,
      Path photos,
      VerificationProtocol protocol,
      Path file,
      Progress progress)
      throws FacesException {
    // The pictures of a .bin lie in the list itself.
    String pictures = list.aligned() ? FileStamp.of(file).toString() : "";
    return folder.unfinished(
        "scores.csv", list, protocol + "\n" + photos.toAbsolutePath() + "\n" + pictures, progress);
  }

  /**
   * One row; all shares from 0 to 1. {@code accuracy} and {@code best_accuracy} are of all pairs,
   * where one that could not be compared is a wrong answer; {@code ..._compared} of those that
   * were, as are AUC, EER and the true match rates. The true match rates have the ends of their
   * intervals (95 %) and the false match rate that was really reached: 0 where there are too few
   * pairs for more.
   */
  public static Table summary(Verification verification, VerificationProtocol protocol) {
    Roc roc = verification.roc();
    Optional<KFoldAccuracy> folds = verification.folds();
    Schema<VerificationProtocol> figures =
        Schema.of(
            PAIRS.of(p -> verification.scores().size()),
            SAME.of(p -> roc.positives()),
            DIFFERENT.of(p -> roc.negatives()),
            PROBLEMS.of(p -> verification.problems()),
            AUC.of(p -> roc.areaUnderCurve()),
            EER.of(p -> roc.equalErrorRate()),
            Column.whole("folds", "in which thresholds were found on the others")
                .of(p -> folds.map(f -> f.accuracies().size()).orElse(1)),
            Column.decimal(
                    "accuracy",
                    Unit.SHARE,
                    "mean of the folds, pairs that could not be compared being wrong answers; empty"
                        + " without folds")
                .ofOptional(p -> folds.map(KFoldAccuracy::mean)),
            Column.decimal("deviation", Unit.SHARE, "standard deviation of the folds")
                .ofOptional(p -> folds.map(KFoldAccuracy::deviation)),
            Column.decimal(
                    "accuracy_compared", Unit.SHARE, "the same over the pairs that were compared")
                .ofOptional(p -> verification.comparedFolds().map(KFoldAccuracy::mean)),
            Column.decimal(
                    "deviation_compared", Unit.SHARE, "standard deviation of the folds of these")
                .ofOptional(p -> verification.comparedFolds().map(KFoldAccuracy::deviation)));
    for (String rate : Verification.RATES) {
      figures = figures.plus(rates(rate, roc.trueMatchRateAt(Double.parseDouble(rate))));
    }
    return figures
        .plus(
            Column.decimal("best_threshold", Unit.DISTANCE, "with the most right answers")
                .of(p -> roc.best().threshold()),
            Column.decimal("best_accuracy", Unit.SHARE, "at that threshold, of all pairs")
                .of(p -> verification.bestAccuracy()),
            Column.decimal("best_accuracy_compared", Unit.SHARE, "of the pairs that were compared")
                .of(p -> roc.best().accuracy()))
        .plus(VerificationProtocol.SCHEMA)
        .table(List.of(protocol));
  }

  private static Schema<VerificationProtocol> rates(String rate, Roc.TrueMatchRate tar) {
    String name = "tar_at_far_" + rate;
    return Schema.of(
        Column.decimal(name, Unit.SHARE, "true match rate at a false match rate of " + rate)
            .of(p -> tar.rate()),
        Column.decimal(name + "_low", Unit.SHARE, "lower end of its interval of 95 %")
            .of(p -> tar.interval().low()),
        Column.decimal(name + "_high", Unit.SHARE, "upper end of its interval of 95 %")
            .of(p -> tar.interval().high()),
        Column.decimal(name + "_reached", Unit.SHARE, "false match rate that was reached")
            .of(p -> tar.reached()));
  }
}
