package io.github.facesj.evaluation;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.PhotoBatch;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.FacePart;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.io.PathText;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.metrics.LandmarkError;
import io.github.facesj.metrics.Plots;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import io.github.facesj.table.TableKind;
import io.github.facesj.table.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The error of a landmark model on photos whose points are known, with the boxes of a detector or
 * with those of the true points. A face that the detector misses is a failure outside the mean; a
 * photo that cannot be looked at is a problem and counts neither way.
 */
public final class LandmarkEvaluation {

  /** What became of one face. */
  private record Row(String photo, int face, Optional<Double> nme, String problem) {}

  private static final Column<Number> FACES = Column.whole("faces", "that were compared");
  private static final Column<Number> MISSED =
      Column.whole("missed", "faces that the detector did not find");
  private static final Column<Number> PROBLEMS =
      Column.whole("problems", "faces of photos that could not be looked at");
  private static final Column<Number> NME =
      Column.decimal("nme", Unit.SHARE, "mean error of the points, in parts of the normaliser");
  private static final Column<Number> MEDIAN =
      Column.decimal("median", Unit.SHARE, "median of the faces' mean errors");
  private static final Column<String> NORMALISER =
      Column.text("normaliser", "what errors are divided by");

  private static final Schema<Row> ERRORS =
      Schema.of(
          Columns.PHOTO.of(Row::photo),
          Columns.FACE.of(Row::face),
          NME.ofOptional(Row::nme),
          Columns.PROBLEM.of(Row::problem));

  /** A detection is the face in question if it overlaps the box of the true points this much. */
  private static final double MEETS = 0.1;

  private final FaceLandmarker landmarker;
  private final Optional<Factory<FaceAnalyzer>> detectors;
  private final LandmarkError.Normaliser normaliser;
  private final LandmarkError error;
  private final List<Row> rows = new ArrayList<>();
  private String boxes = "truth";
  private int problems;

  /**
   * @param detectors makes one detecting analyzer for each thread; empty for the boxes of the true
   *     points
   * @param normaliser what errors are divided by
   */
  public LandmarkEvaluation(
      FaceLandmarker landmarker,
      Optional<Factory<FaceAnalyzer>> detectors,
      LandmarkError.Normaliser normaliser) {
    this.landmarker = landmarker;
    this.detectors = detectors;
    this.normaliser = normaliser;
    this.error = new LandmarkError(normaliser);
  }

  /**
   * Measures. To be called once.
   *
   * @param folder the names of the photos are relative to it
   * @param truth points of the faces by photo
   * @param threads photos worked on at the same time
   * @throws FacesException if no face could be looked at, or the run was canceled
   * @throws IllegalArgumentException if the model finds other points than those known
   */
  public void run(Path folder, Map<String, List<Landmarks>> truth, int threads, Progress progress)
      throws FacesException {
    LandmarkScheme scheme = truth.values().iterator().next().get(0).scheme();
    if (scheme != landmarker.scheme() && scheme != LandmarkScheme.FIVE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The ground truth has %d points, the model %s finds %d others. Choose a model of the"
                  + " same mark-up.",
              scheme.points(),
              landmarker.card().id(),
              landmarker.scheme().points()));
    }
    List<String> photos = List.copyOf(truth.keySet());
    PhotoBatch<Optional<FaceAnalyzer>> batch = new PhotoBatch<>(folder, this::tool, threads);
    boxes = batch.first().map(detector -> detector.provenance().model()).orElse("truth");
    List<WorkResult<List<Optional<Landmarks>>>> looked =
        batch.all(
            "evaluation",
            photos,
            (d, name, stop) -> look(d, PathText.resolve(folder, name), truth.get(name), stop),
            progress);
    for (int i = 0; i < photos.size(); i++) {
      count(photos.get(i), truth.get(photos.get(i)), looked.get(i), progress);
    }
    if (error.count() == 0) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "None of the %d faces could be looked at. The first: %s: %s",
              rows.size(),
              rows.get(0).photo(),
              rows.get(0).problem()));
    }
  }

  private Optional<FaceAnalyzer> tool() throws FacesException {
    return detectors.isPresent() ? Optional.of(detectors.get().create()) : Optional.empty();
  }

  /** For each face its points, or nothing where it was not found. */
  private List<Optional<Landmarks>> look(
      Optional<FaceAnalyzer> detector, Path file, List<Landmarks> truth, Progress stop)
      throws FacesException {
    FaceImage image = PhotoReader.read(file, 0, stop);
    Pyramid photo = Pyramid.of(image);
    List<Face> detected = detector.isPresent() ? detector.get().analyze(image, stop) : List.of();
    List<Optional<Landmarks>> found = new ArrayList<>();
    for (Landmarks points : truth) {
      found.add(
          detector.isPresent()
              ? detected(photo, detected, points.bounds())
              : Optional.of(
                  landmarker
                      .ofPointBoxes(photo, List.of(points.bounds()), Sampling.ANTIALIASED)
                      .get(0)));
    }
    return found;
  }

  /** The points of the detection nearest to the middle of the true ones. */
  private Optional<Landmarks> detected(Pyramid photo, List<Face> faces, Box truth)
      throws FacesException {
    Optional<Face> nearest =
        faces.stream()
            .filter(f -> f.box().iou(truth) >= MEETS)
            .min(
                Comparator.comparingDouble(
                    f ->
                        Math.hypot(
                            f.box().centerX() - truth.centerX(),
                            f.box().centerY() - truth.centerY())));
    return nearest.isEmpty()
        ? Optional.empty()
        : landmarker.find(photo, List.of(nearest.get()), Sampling.ANTIALIASED).get(0).landmarks();
  }

  private void count(
      String photo,
      List<Landmarks> truth,
      WorkResult<List<Optional<Landmarks>>> looked,
      Progress progress) {
    looked.fault().ifPresent(f -> progress.warn(f.at(photo), f.mistake()));
    for (int i = 0; i < truth.size(); i++) {
      Optional<Double> nme = Optional.empty();
      String problem = "";
      if (looked.fault().isPresent()) {
        problem = looked.fault().get().sentence();
        problems++;
      } else {
        Optional<Landmarks> found = looked.value().orElseThrow().get(i);
        if (found.isPresent()) {
          nme = Optional.of(add(found.get(), truth.get(i)));
        } else {
          error.addMissed();
          problem = "The detector did not find this face.";
        }
      }
      rows.add(new Row(photo, i + 1, nme, problem));
    }
  }

  private double add(Landmarks found, Landmarks truth) {
    return error.add(truth.scheme() == LandmarkScheme.FIVE ? found.toFive() : found, truth);
  }

  /** The error so far. */
  public LandmarkError error() {
    return error;
  }

  /** One row of figures; errors are shares of the normalising distance. */
  public Table summary() {
    Schema<LandmarkEvaluation> figures =
        Schema.of(
            FACES.of(e -> e.error.count()),
            MISSED.of(e -> e.error.missed()),
            PROBLEMS.of(e -> e.problems),
            NME.of(e -> e.error.mean()),
            MEDIAN.of(e -> e.error.median()),
            Column.decimal("auc_0.08", Unit.SHARE, "area under the cumulative errors up to 0.08")
                .of(e -> e.error.areaUnderCurve(LandmarkError.LIMIT)),
            Column.decimal("failures_0.08", Unit.SHARE, "share of faces with a larger error")
                .of(e -> e.error.failureRate(LandmarkError.LIMIT)));
    for (Map.Entry<FacePart, Double> part : error.byPart().entrySet()) {
      String name = part.getKey().name().toLowerCase(Locale.ROOT);
      figures =
          figures.plus(
              Column.decimal("nme_" + name, Unit.SHARE, "mean error of the part " + name)
                  .of(e -> part.getValue()));
    }
    return figures
        .plus(
            NORMALISER.of(e -> e.normaliser.name().toLowerCase(Locale.ROOT)),
            Column.text("boxes", "the detector's id, or truth").of(e -> e.boxes),
            Column.text("landmarks", "id of the landmark model").of(e -> e.landmarker.card().id()),
            Columns.SHA256.of(e -> e.landmarker.card().hashes()))
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
            TableKind.of(FACES, MISSED, PROBLEMS, NME, MEDIAN, NORMALISER),
            "errors.csv",
            ERRORS.kind()),
        List.of("cumulative_error.png"),
        inputs);
  }

  /** Writes {@code summary.csv}, {@code errors.csv} with a row for each face, and the plot. */
  public void write(ResultFolder folder) throws FacesException {
    folder.write(summary(), "summary.csv");
    folder.write(ERRORS.table(rows), "errors.csv");
    String name =
        String.format(
            Locale.ROOT,
            "%s, boxes: %s (NME %.2f %%, AUC %.3f)",
            landmarker.card().id(),
            boxes,
            100 * error.mean(),
            error.areaUnderCurve(LandmarkError.LIMIT));
    folder.write(
        Plots.cumulativeError(
            String.format(Locale.ROOT, "Landmarks of %d faces", error.count() + error.missed()),
            Map.of(name, error),
            LandmarkError.LIMIT),
        "cumulative_error.png");
  }

  /** For a person, in one line. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%d faces, %d missed, %d problems: NME %.3f %%, median %.3f %%, AUC@0.08 %.4f, failures"
            + " %.2f %%",
        error.count(),
        error.missed(),
        problems,
        100 * error.mean(),
        100 * error.median(),
        error.areaUnderCurve(LandmarkError.LIMIT),
        100 * error.failureRate(LandmarkError.LIMIT));
  }
}
