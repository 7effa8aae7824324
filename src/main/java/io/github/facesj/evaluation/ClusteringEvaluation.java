package io.github.facesj.evaluation;

import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.batch.ProblemTable;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.Partition;
import io.github.facesj.embed.Distance;
import io.github.facesj.metrics.ClusteringScores;
import io.github.facesj.metrics.Plots;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Stopped;
import io.github.facesj.table.CsvTable;
import io.github.facesj.table.TableKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well a way of clustering groups the faces of known people: at the threshold in use, and at
 * all thresholds, so that one can be chosen. Faces that were not found are not among them.
 *
 * @param method the way of clustering
 * @param used at the threshold in use
 * @param curve at thresholds from strict to lax
 * @param threshold in use, and where it comes from
 * @param problems photos and faces that are missing
 * @param protocol how the faces were found and embedded
 */
public record ClusteringEvaluation(
    ClusterMethod method,
    Step used,
    List<Step> curve,
    MatchThreshold threshold,
    List<Problem> problems,
    VerificationProtocol protocol) {

  /** Cosines of the curve, in hundredths: beyond them everybody is alone, or one. */
  private static final int LEAST = 10;

  private static final int GREATEST = 90;
  private static final int STEP = 2;

  private static final List<String> SCORES =
      List.of(
          "clusters",
          "singletons",
          "bcubed_precision",
          "bcubed_recall",
          "bcubed_f",
          "pair_precision",
          "pair_recall",
          "pair_f",
          "nmi",
          "purity",
          "coverage");

  /**
   * What comes of one threshold.
   *
   * @param threshold a distance of the embedder's kind
   */
  public record Step(double threshold, ClusteringScores scores) {

    private List<String> cells() {
      ClusteringScores.Agreement faces = scores.bCubed();
      ClusteringScores.Agreement pairs = scores.pairs();
      return List.of(
          String.valueOf(scores.clusters()),
          String.valueOf(scores.singletons()),
          Double.toString(faces.precision()),
          Double.toString(faces.recall()),
          Double.toString(faces.f()),
          Double.toString(pairs.precision()),
          Double.toString(pairs.recall()),
          Double.toString(pairs.f()),
          Double.toString(scores.nmi()),
          Double.toString(scores.purity()),
          Double.toString(scores.coverage()));
    }
  }

  /**
   * Measures.
   *
   * @param faces the faces of known people
   * @param recognizer what embedded them
   * @param threshold in use
   * @throws FacesException if the run was stopped
   */
  public static ClusteringEvaluation of(
      LabelledFaces faces,
      Recognizer recognizer,
      ClusterMethod method,
      MatchThreshold threshold,
      Progress progress)
      throws FacesException {
    Distance distance = recognizer.embedder().distance();
    List<Step> curve = new ArrayList<>();
    for (int hundredths = GREATEST; hundredths >= LEAST; hundredths -= STEP) {
      progress.at(GREATEST - hundredths, GREATEST - LEAST, "Clustering at each threshold");
      curve.add(step(faces, method, distance, distance.fromCosine(hundredths / 100.0), progress));
    }
    Step used = step(faces, method, distance, threshold.value(), progress);
    return new ClusteringEvaluation(
        method,
        used,
        List.copyOf(curve),
        threshold,
        faces.problems(),
        VerificationProtocol.of(recognizer, false));
  }

  private static Step step(
      LabelledFaces faces,
      ClusterMethod method,
      Distance distance,
      double threshold,
      Progress progress)
      throws FacesException {
    Partition found =
        method.grouping(1 - distance.toCosine(threshold)).group(faces.vectors(), progress);
    Stopped.require(progress);
    return new Step(threshold, ClusteringScores.of(faces.truth(), found));
  }

  /** The step with the greatest B-cubed F; of several the strictest. */
  public Step best() {
    return curve.stream()
        .max(
            Comparator.<Step>comparingDouble(s -> s.scores().bCubed().f())
                .thenComparingDouble(s -> -s.threshold()))
        .orElseThrow();
  }

  /** One row of figures; all shares from 0 to 1. */
  public CsvTable summary() {
    List<String> headings = new ArrayList<>(List.of("faces", "people", "problems", "method"));
    List<String> cells =
        new ArrayList<>(
            List.of(
                String.valueOf(used.scores().faces()),
                String.valueOf(used.scores().people()),
                String.valueOf(problems.size()),
                method.name().toLowerCase(Locale.ROOT)));
    headings.add("threshold");
    cells.add(Double.toString(used.threshold()));
    headings.addAll(SCORES);
    cells.addAll(used.cells());
    headings.addAll(List.of("best_threshold", "best_bcubed_f", "best_pair_f"));
    cells.addAll(
        List.of(
            Double.toString(best().threshold()),
            Double.toString(best().scores().bCubed().f()),
            Double.toString(best().scores().pairs().f())));
    headings.addAll(VerificationProtocol.COLUMNS);
    cells.addAll(protocol.cells());
    return new CsvTable(headings, List.of(cells));
  }

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
            "summary.csv",
            TableKind.of(List.of("faces", "people", "problems", "method")),
            "curve.csv",
            TableKind.of(List.of("threshold", SCORES.get(0), SCORES.get(1), SCORES.get(2))),
            "problems.csv",
            ProblemTable.KIND),
        List.of("curve.png"),
        inputs);
  }

  /** Writes {@code summary.csv}, {@code curve.csv}, {@code problems.csv} and {@code curve.png}. */
  public void write(ResultFolder folder) throws FacesException {
    folder.write(summary(), "summary.csv");
    List<String> headings = new ArrayList<>(List.of("threshold"));
    headings.addAll(SCORES);
    List<List<String>> rows = new ArrayList<>();
    List<double[]> precision = new ArrayList<>();
    List<double[]> recall = new ArrayList<>();
    List<double[]> f = new ArrayList<>();
    for (Step step : curve) {
      List<String> row = new ArrayList<>(List.of(Double.toString(step.threshold())));
      row.addAll(step.cells());
      rows.add(row);
      ClusteringScores.Agreement faces = step.scores().bCubed();
      precision.add(new double[] {step.threshold(), faces.precision()});
      recall.add(new double[] {step.threshold(), faces.recall()});
      f.add(new double[] {step.threshold(), faces.f()});
    }
    folder.write(new CsvTable(headings, rows), "curve.csv");
    folder.write(ProblemTable.of(problems), "problems.csv");
    Map<String, List<double[]>> curves = new LinkedHashMap<>();
    curves.put("precision", precision);
    curves.put("recall", recall);
    curves.put(String.format(Locale.ROOT, "F, best at %.2f", best().threshold()), f);
    folder.write(
        Plots.overThreshold(
            String.format(
                Locale.ROOT,
                "Clustering (%s) of %d faces of %d people",
                method.name().toLowerCase(Locale.ROOT),
                used.scores().faces(),
                used.scores().people()),
            "Threshold (distance); the line is the one in use",
            "B-cubed precision, recall, F",
            used.threshold(),
            curves),
        "curve.png");
  }

  /** For a person, in one line. */
  public String line() {
    ClusteringScores scores = used.scores();
    return String.format(
        Locale.ROOT,
        "%d faces of %d people, %d problems: %d clusters and %d faces alone at %s: "
            + "B-cubed precision %.4f, recall %.4f, F %.4f, pairwise F %.4f; "
            + "best F %.4f at threshold %.4f",
        scores.faces(),
        scores.people(),
        problems.size(),
        scores.clusters(),
        scores.singletons(),
        threshold,
        scores.bCubed().precision(),
        scores.bCubed().recall(),
        scores.bCubed().f(),
        scores.pairs().f(),
        best().scores().bCubed().f(),
        best().threshold());
  }
}
