package io.github.facesj.evaluation;

import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.batch.ProblemTable;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.Partition;
import io.github.facesj.cluster.Pictures;
import io.github.facesj.embed.Distance;
import io.github.facesj.metrics.ClusteringScores;
import io.github.facesj.metrics.Plots;
import io.github.facesj.run.CancelCheck;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import io.github.facesj.table.TableKind;
import io.github.facesj.table.Unit;
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

  private static final Column<Number> CLUSTERS = Column.whole("clusters", "of two faces or more");
  private static final Column<Number> SINGLETONS = Column.whole("singletons", "faces alone");
  private static final Column<Number> PRECISION =
      Column.decimal(
          "bcubed_precision", Unit.SHARE, "mean share of a face's cluster that is its person");

  private static final Schema<ClusteringScores> SCORES =
      Schema.of(
          CLUSTERS.of(ClusteringScores::clusters),
          SINGLETONS.of(ClusteringScores::singletons),
          PRECISION.of(scores -> scores.bCubed().precision()),
          share("bcubed_recall", "mean share of a face's person that is in its cluster")
              .of(scores -> scores.bCubed().recall()),
          share("bcubed_f", "harmonic mean of both").of(scores -> scores.bCubed().f()),
          share("pair_precision", "share of joined pairs that are one person")
              .of(scores -> scores.pairs().precision()),
          share("pair_recall", "share of pairs of one person that are joined")
              .of(scores -> scores.pairs().recall()),
          share("pair_f", "harmonic mean of both").of(scores -> scores.pairs().f()),
          share("nmi", "normalised mutual information").of(ClusteringScores::nmi),
          share("purity", "share of faces of their cluster's commonest person")
              .of(ClusteringScores::purity),
          share("coverage", "share of faces in clusters of two or more")
              .of(ClusteringScores::coverage));

  private static final Schema<Step> STEPS =
      Schema.of(Columns.THRESHOLD.of(Step::threshold)).plus(SCORES.on(Step::scores));

  private static final Column<Number> FACES = Column.whole("faces", "that were clustered");
  private static final Column<Number> PEOPLE = Column.whole("people", "whose faces they are");
  private static final Column<Number> PROBLEMS = Column.whole("problems", "faces that are missing");
  private static final Column<String> METHOD = Column.text("method", "of clustering");

  private static Column<Number> share(String name, String meaning) {
    return Column.decimal(name, Unit.SHARE, meaning);
  }

  /**
   * What comes of one threshold.
   *
   * @param threshold a distance of the embedder's kind
   */
  public record Step(double threshold, ClusteringScores scores) {}

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
        method
            .grouping(1 - distance.toCosine(threshold))
            .group(faces.vectors(), Pictures.of(faces.photoNumbers()), progress);
    CancelCheck.require(progress);
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
  public Table summary() {
    return Schema.<ClusteringEvaluation>of(
            FACES.of(e -> e.used().scores().faces()),
            PEOPLE.of(e -> e.used().scores().people()),
            PROBLEMS.of(e -> e.problems().size()),
            METHOD.of(e -> e.method().name().toLowerCase(Locale.ROOT)))
        .plus(STEPS.on(ClusteringEvaluation::used))
        .plus(
            Column.decimal("best_threshold", Unit.DISTANCE, "with the greatest B-cubed F")
                .of(e -> e.best().threshold()),
            share("best_bcubed_f", "at that threshold").of(e -> e.best().scores().bCubed().f()),
            share("best_pair_f", "at that threshold").of(e -> e.best().scores().pairs().f()))
        .plus(VerificationProtocol.SCHEMA.on(ClusteringEvaluation::protocol))
        .table(List.of(this));
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
            TableKind.of(FACES, PEOPLE, PROBLEMS, METHOD),
            "curve.csv",
            TableKind.of(Columns.THRESHOLD, CLUSTERS, SINGLETONS, PRECISION),
            "problems.csv",
            ProblemTable.KIND),
        List.of("curve.png"),
        inputs);
  }

  /** Writes {@code summary.csv}, {@code curve.csv}, {@code problems.csv} and {@code curve.png}. */
  public void write(ResultFolder folder) throws FacesException {
    folder.write(summary(), "summary.csv");
    List<double[]> precision = new ArrayList<>();
    List<double[]> recall = new ArrayList<>();
    List<double[]> f = new ArrayList<>();
    for (Step step : curve) {
      ClusteringScores.Agreement faces = step.scores().bCubed();
      precision.add(new double[] {step.threshold(), faces.precision()});
      recall.add(new double[] {step.threshold(), faces.recall()});
      f.add(new double[] {step.threshold(), faces.f()});
    }
    folder.write(STEPS.table(curve), "curve.csv");
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
