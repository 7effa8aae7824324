package io.github.facesj.fiji;

import io.github.facesj.analysis.Recognizer;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.Mirror;
import io.github.facesj.embed.PointSource;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import java.util.Optional;

/**
 * How a command recognises faces: its models and what it does with them.
 *
 * @param faces owns the models
 * @param detector id of the detector
 * @param options of the search
 * @param embedder id of the embedder
 * @param mirror the user's, or the card's where empty
 * @param points the user's; where empty, landmarks if one of the two cards recommends them
 */
public record Recognizers(
    FacesService faces,
    String detector,
    SearchOptions options,
    String embedder,
    Optional<Mirror> mirror,
    Optional<PointSource> points)
    implements Factory<Recognizer> {

  /** The embedder that ships with FacesJ. */
  public static final String DEFAULT_EMBEDDER = "facesj-embedder";

  /** Finds points where the detector gives none, or where they align better than its own. */
  private static final String LANDMARKS = "facesj-landmarks68";

  @Override
  public Recognizer create() throws FacesException {
    FaceEmbedder model = embedderModel();
    OpenModel finder = faces.open(detector, Task.DETECTION);
    PointSource recommended = PointSource.recommended(finder.card(), model.points());
    return Recognizer.of(
        finder,
        options,
        model,
        FaceLandmarker.of(faces.open(LANDMARKS, Task.LANDMARKS)),
        points.orElse(recommended));
  }

  private FaceEmbedder embedderModel() throws FacesException {
    OpenModel model = faces.open(embedder, Task.EMBEDDING);
    return mirror.isPresent() ? FaceEmbedder.of(model, mirror.get()) : FaceEmbedder.of(model);
  }

  /**
   * The same with the embedder and the mirror that made a gallery.
   *
   * @param gallery id of its embeddings, such as {@code facesj-embedder+sum}
   */
  public Recognizers like(String gallery) {
    EmbeddingId made = EmbeddingId.of(gallery);
    return new Recognizers(
        faces, detector, options, made.model(), Optional.of(made.mirror()), points);
  }
}
