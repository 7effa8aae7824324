package io.github.facesj.analysis;

import io.github.facesj.align.Template;
import io.github.facesj.api.PublicApi;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Imglib2Images;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.OpenModels;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * FacesJ for a program, in five lines and without ImageJ:
 *
 * <pre>{@code
 * try (FacesJ facesj = FacesJ.open()) {
 *   for (Face face : facesj.detect(Path.of("photo.jpg"))) {
 *     System.out.println(face.box() + " " + face.score());
 *   }
 * }
 * }</pre>
 *
 * <p>Models are opened when first needed and kept until {@link #close()}. Safe for several threads.
 */
@PublicApi
public final class FacesJ implements FaceOperations, AutoCloseable {

  private final ModelSource models;
  private final FaceModels ids;
  private final SearchOptions options;
  private final Path calibrations;
  private final Runnable closing;
  private final ConcurrentLinkedQueue<Idle> idle = new ConcurrentLinkedQueue<>();

  /** An analyzer that nobody uses just now, and the model it was made for. */
  private record Idle(OpenModel detector, FaceAnalyzer analyzer) {}

  private FacesJ(
      ModelSource models,
      FaceModels ids,
      SearchOptions options,
      Path calibrations,
      Runnable closing) {
    this.models = models;
    this.ids = ids;
    this.options = options;
    this.calibrations = calibrations;
    this.closing = closing;
  }

  /**
   * With the models that ship with FacesJ. Others are looked for in the folder that {@code
   * -Dfacesj.models} names, or else in {@code .facesj/models} of the user's home; nothing is ever
   * downloaded.
   */
  public static FacesJ open() {
    return open(
        ModelStore.standard(Path.of(System.getProperty("user.home"), ".facesj", "models")),
        FaceModels.SHIPPED,
        SearchOptions.defaults());
  }

  /**
   * With models and options of the caller's choice.
   *
   * @param store where models are found
   */
  public static FacesJ open(ModelStore store, FaceModels models, SearchOptions options) {
    OpenModels opened =
        new OpenModels(store, () -> new FacesException("This FacesJ was closed. Open another."));
    return new FacesJ(
        opened::open,
        models,
        options,
        store.folder(),
        () -> opened.end().forEach(OpenModel::close));
  }

  /**
   * With models that somebody else opens and closes.
   *
   * @param calibrations the models folder, in which measured thresholds are kept
   */
  public static FacesJ sharing(
      ModelSource source, FaceModels models, SearchOptions options, Path calibrations) {
    return new FacesJ(source, models, options, calibrations, () -> {});
  }

  @Override
  public List<Face> detect(FaceImage picture) throws FacesException {
    return faces(picture, FaceCompletion.NOTHING);
  }

  @Override
  public List<Face> landmarks(FaceImage picture) throws FacesException {
    return faces(picture, withLandmarks());
  }

  @Override
  public List<Face> embed(FaceImage picture) throws FacesException {
    return faces(picture, withEmbedding(FaceCompletion.NOTHING));
  }

  @Override
  public List<Face> analyze(FaceImage picture) throws FacesException {
    return faces(picture, withEmbedding(withLandmarks()));
  }

  @Override
  public Comparison compare(FaceImage first, FaceImage second) throws FacesException {
    FaceEmbedder embedder = embedder();
    MatchThreshold threshold = MatchThreshold.of(0, embedder, calibrations);
    double distance =
        embedder.distance().between(central(first, "first"), central(second, "second"));
    return new Comparison(
        distance, threshold.accepts(distance), threshold.value(), threshold.falseMatch());
  }

  private Embedding central(FaceImage picture, String which) throws FacesException {
    Face face =
        Recognizer.nearestToCentre(picture, detect(picture))
            .orElseThrow(
                () ->
                    new FacesException(
                        String.format(
                            Locale.ROOT,
                            "No face was found in the %s picture. Choose another, or cut the face"
                                + " out.",
                            which)));
    return withEmbedding(FaceCompletion.NOTHING)
        .complete(picture, List.of(face), Progress.SILENT)
        .get(0)
        .embedding()
        .orElseThrow();
  }

  @Override
  public RandomAccessibleInterval<ARGBType> crop(FaceImage picture, Face face) {
    Face pointed =
        face.points().isPresent() || face.landmarks().isEmpty()
            ? face
            : Face.of(face.box(), face.score(), face.landmarks().get().toFive());
    return Imglib2Images.argb(
        Template.ARCFACE.crop(Pyramid.of(picture), pointed, Sampling.ANTIALIASED));
  }

  private List<Face> faces(FaceImage picture, FaceCompletion completion) throws FacesException {
    OpenModel detector = models.open(ids.detector(), Task.DETECTION);
    Idle mine = idle.poll();
    if (mine == null || mine.detector() != detector) {
      mine = new Idle(detector, FaceAnalyzer.detecting(detector, options));
    }
    List<Face> found = mine.analyzer().completing(completion).analyze(picture, Progress.SILENT);
    idle.add(mine);
    return found;
  }

  private FaceCompletion withLandmarks() throws FacesException {
    return FaceCompletion.NOTHING.landmarks(models.open(ids.landmarks(), Task.LANDMARKS));
  }

  /** Aligned by the points that the cards of detector and embedder recommend. */
  private FaceCompletion withEmbedding(FaceCompletion before) throws FacesException {
    FaceEmbedder embedder = embedder();
    PointSource points =
        PointSource.recommended(
            models.open(ids.detector(), Task.DETECTION).card(), embedder.points());
    FaceLandmarker finder = FaceLandmarker.of(models.open(ids.landmarks(), Task.LANDMARKS));
    return before.embedding(embedder, Optional.of(finder), points);
  }

  private FaceEmbedder embedder() throws FacesException {
    return FaceEmbedder.of(models.open(ids.embedder(), Task.EMBEDDING));
  }

  /** Closes the models that this opened; another's stay open. */
  @Override
  public void close() {
    idle.clear();
    closing.run();
  }
}
