package io.github.facesj.evaluation;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.PhotoBatch;
import io.github.facesj.batch.ProblemTable;
import io.github.facesj.detect.Candidates;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.io.PathText;
import io.github.facesj.metrics.DetectionTally;
import io.github.facesj.metrics.Plots;
import io.github.facesj.metrics.PrecisionRecall;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Fault;
import io.github.facesj.run.FileTally;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Provenance;
import io.github.facesj.run.WorkResult;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import io.github.facesj.table.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Precision and recall of a detector on the photos of a folder whose faces are known. A photo that
 * the table does not name has no faces. A photo that cannot be looked at is a problem, and its
 * faces count neither way.
 *
 * @param photos photos that were looked at
 * @param curve precision and recall
 * @param threshold score at which the detector is used
 * @param problems photos that were not
 * @param files what became of each file of the folder
 * @param run how the faces were found
 * @param iou least overlap of a right detection
 * @param least smaller faces count neither way
 */
public record DetectionEvaluation(
    int photos,
    PrecisionRecall curve,
    double threshold,
    List<Problem> problems,
    FileTally files,
    Provenance run,
    double iou,
    double least) {

  private static final Column<Number> PRECISION =
      Column.decimal("precision", Unit.SHARE, "share of detections that are faces");
  private static final Column<Number> RECALL =
      Column.decimal("recall", Unit.SHARE, "share of faces that are found");

  private static final Schema<DetectionEvaluation> SUMMARY =
      Schema.of(
          Column.whole("photos", "that were looked at").of(DetectionEvaluation::photos),
          Column.whole("faces", "that are known").of(e -> e.curve().faces()),
          Column.whole("problems", "photos that could not be looked at")
              .of(e -> e.problems().size()),
          Column.decimal("ap", Unit.SHARE, "average precision")
              .of(e -> e.curve().averagePrecision()),
          Columns.SCORE_THRESHOLD.of(DetectionEvaluation::threshold),
          PRECISION.of(e -> e.used().precision()),
          RECALL.of(e -> e.used().recall()),
          Column.decimal("iou", Unit.SHARE, "least overlap of a right detection")
              .of(DetectionEvaluation::iou),
          Column.decimal("least", Unit.PIXELS, "smaller faces count neither way")
              .of(DetectionEvaluation::least),
          Columns.DETECTOR.of(e -> e.run().model()),
          Columns.SHA256.of(e -> e.run().sha256()),
          Columns.PARAMETERS.of(e -> e.run().parameters()));

  private static final Schema<PrecisionRecall.Point> CURVE =
      Schema.of(
          Columns.SCORE.of(PrecisionRecall.Point::score),
          PRECISION.of(PrecisionRecall.Point::precision),
          RECALL.of(PrecisionRecall.Point::recall));

  /** Below this score nothing is collected: the end of the curve is cut there. */
  public static final double FLOOR = 0.02;

  /**
   * Measures.
   *
   * @param listing the photos
   * @param truth boxes by the photos' names relative to the folder
   * @param factory makes one analyzer for each thread
   * @param iou least overlap (IoU) of a right detection, above 0 and at most 1
   * @param least faces with a side smaller than this many pixels count neither way
   * @throws FacesException if there is nothing to measure, or the run was canceled
   */
  public static DetectionEvaluation of(
      PhotoListing listing,
      Map<String, List<Box>> truth,
      Factory<FaceAnalyzer> factory,
      int threads,
      double iou,
      double least,
      Progress progress)
      throws FacesException {
    Path folder = listing.folder();
    DetectionTally tally = new DetectionTally(iou);
    PhotoBatch<FaceAnalyzer> batch = new PhotoBatch<>(folder, factory, threads);
    FaceAnalyzer analyzer = batch.first();
    Set<String> names = new LinkedHashSet<>();
    listing.photos().forEach(p -> names.add(PhotoFolder.relative(folder, p)));
    int there = names.size();
    names.addAll(truth.keySet());
    List<String> photos = List.copyOf(names);
    List<WorkResult<List<Face>>> looked =
        batch.all("evaluation", photos, (a, name, stop) -> look(a, folder, name, stop), progress);
    List<Problem> problems = new ArrayList<>();
    int broken = 0;
    for (int i = 0; i < photos.size(); i++) {
      Optional<Fault> fault = looked.get(i).fault();
      if (fault.isPresent()) {
        broken += i < there ? 1 : 0; // the others are in the table only
        problems.add(fault.get().at(photos.get(i)));
        progress.warn(fault.get().at(photos.get(i)), fault.get().mistake());
        continue;
      }
      List<Box> large = new ArrayList<>();
      List<Box> small = new ArrayList<>();
      for (Box box : truth.getOrDefault(photos.get(i), List.of())) {
        (Math.min(box.width(), box.height()) >= least ? large : small).add(box);
      }
      tally.add(looked.get(i).value().orElseThrow(), large, small);
    }
    if (problems.size() == photos.size()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "None of the %d photos could be looked at. The first: %s",
              photos.size(),
              problems.get(0)));
    }
    return new DetectionEvaluation(
        photos.size() - problems.size(),
        tally.curve(),
        analyzer.threshold(),
        List.copyOf(problems),
        listing.tally(broken, 0),
        analyzer.provenance(),
        iou,
        least);
  }

  private static List<Face> look(FaceAnalyzer analyzer, Path folder, String name, Progress stop)
      throws FacesException {
    double floor = Math.min(FLOOR, analyzer.threshold());
    Candidates all =
        analyzer.candidates(PhotoReader.read(PathText.resolve(folder, name), 0, stop), floor, stop);
    return analyzer.select(all, floor);
  }

  /** Precision and recall at the detector's threshold. */
  public PrecisionRecall.Point used() {
    return curve.at(threshold);
  }

  /** One row of figures, all shares from 0 to 1. */
  public Table summary() {
    return SUMMARY.table(List.of(this));
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
            SUMMARY.kind(),
            "curve.csv",
            CURVE.kind(),
            "problems.csv",
            ProblemTable.KIND),
        List.of("precision_recall.png"),
        inputs);
  }

  /** Writes {@code summary.csv}, {@code curve.csv}, {@code problems.csv} and the plot. */
  public void write(ResultFolder folder) throws FacesException {
    folder.write(summary(), "summary.csv");
    folder.write(CURVE.table(curve.points()), "curve.csv");
    folder.write(ProblemTable.of(problems), "problems.csv");
    String name =
        String.format(
            Locale.ROOT,
            "%s (AP %.3f; at %.2f: precision %.3f, recall %.3f)",
            run.model(),
            curve.averagePrecision(),
            threshold,
            used().precision(),
            used().recall());
    folder.write(
        Plots.precisionRecall(
            String.format(Locale.ROOT, "Detection of %d faces in %d photos", curve.faces(), photos),
            Map.of(
                name,
                curve.points().stream()
                    .map(p -> new double[] {p.recall(), p.precision()})
                    .toList())),
        "precision_recall.png");
  }

  /** For a person: a line of figures, and below it what became of the files. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%d photos, %d faces, %d problems: AP %.4f; at score %.2f precision %.4f, recall %.4f%n%s",
        photos,
        curve.faces(),
        problems.size(),
        curve.averagePrecision(),
        threshold,
        used().precision(),
        used().recall(),
        files.table());
  }
}
