package io.github.facesj.analysis;

import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.FaceEncoder;
import io.github.facesj.embed.Mirror;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.OpenModel;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What faces get once their boxes are known, by a detector or by a person's hand: landmarks, then
 * an embedding, each if asked for. Immutable, and safe for several threads; the models stay their
 * owner's to close.
 */
public final class FaceCompletion {

  /** Leaves faces as they are. */
  public static final FaceCompletion NOTHING =
      new FaceCompletion(Optional.empty(), "", Optional.empty(), "");

  private final Optional<FaceLandmarker> landmarker;
  private final String landmarkWords;
  private final Optional<FaceEncoder> encoder;
  private final String encoderWords;

  private FaceCompletion(
      Optional<FaceLandmarker> landmarker,
      String landmarkWords,
      Optional<FaceEncoder> encoder,
      String encoderWords) {
    this.landmarker = landmarker;
    this.landmarkWords = landmarkWords;
    this.encoder = encoder;
    this.encoderWords = encoderWords;
  }

  /**
   * Every face gets landmarks.
   *
   * @param model an open model of task landmarks
   * @throws FacesException if the model's card asks for what FacesJ does not know
   */
  public FaceCompletion landmarks(OpenModel model) throws FacesException {
    return landmarks(FaceLandmarker.of(model), "false");
  }

  /** Every face gets landmarks, averaged with those of the mirrored face: twice the time. */
  public FaceCompletion averagedLandmarks(OpenModel model) throws FacesException {
    return landmarks(FaceLandmarker.averaging(model), "true");
  }

  private FaceCompletion landmarks(FaceLandmarker found, String average) {
    String words = " landmarks=" + found.card().id() + " average=" + average;
    return new FaceCompletion(Optional.of(found), words, encoder, encoderWords);
  }

  /**
   * Every face gets an embedding, aligned by the points that the model's card recommends. Where
   * these are landmarks, or the detector gives no points, the landmark model named before is used.
   *
   * @param model an open model of task embedding
   * @throws FacesException if the model's card asks for what FacesJ does not know
   * @throws IllegalArgumentException if the card wants landmarks and there is no landmark model
   */
  public FaceCompletion embedding(OpenModel model, Mirror mirror) throws FacesException {
    FaceEmbedder embedder = FaceEmbedder.of(model, mirror);
    return embedding(embedder, landmarker, embedder.points());
  }

  /**
   * Every face gets an embedding.
   *
   * @param finder finds landmarks where the alignment needs them; faces it is not needed for get
   *     none
   * @param points whose five points faces are aligned by
   * @throws IllegalArgumentException if {@code points} are landmarks and there is no finder
   */
  public FaceCompletion embedding(
      FaceEmbedder embedder, Optional<FaceLandmarker> finder, PointSource points) {
    FaceEncoder of = FaceEncoder.of(embedder, finder, points, Sampling.ANTIALIASED);
    String words =
        String.format(
            Locale.ROOT,
            " embedder=%s mirror=%s points=%s%s",
            embedder.card().id(),
            embedder.mirror().name().toLowerCase(Locale.ROOT),
            points.name().toLowerCase(Locale.ROOT),
            finder.map(f -> " pointsby=" + f.card().id()).orElse(""));
    return new FaceCompletion(landmarker, landmarkWords, Optional.of(of), words);
  }

  /**
   * Completes the faces of one picture.
   *
   * @param image upright
   * @param faces in pixels of the picture
   * @param progress asked between batches of faces whether to go on
   * @return the same faces in the same order; those reached before a cancel have all they should
   *     have, the others are left out
   * @throws FacesException if a network fails
   * @throws IllegalArgumentException if a face cannot be aligned, such as one with an empty box
   */
  public List<Face> complete(FaceImage image, List<Face> faces, Progress progress)
      throws FacesException {
    return complete(Pyramid.of(image), faces, progress);
  }

  /** The same in a picture that somebody else prepared, and looks at as well. */
  public List<Face> complete(Pyramid photo, List<Face> faces, Progress progress)
      throws FacesException {
    if (landmarker.isEmpty() && encoder.isEmpty()) {
      return faces;
    }
    List<Face> done = new ArrayList<>();
    for (int i = 0; i < faces.size() && !progress.isCanceled(); i += FaceEmbedder.BATCH) {
      List<Face> some = faces.subList(i, Math.min(faces.size(), i + FaceEmbedder.BATCH));
      if (landmarker.isPresent()) {
        some = landmarker.get().find(photo, some, Sampling.ANTIALIASED);
      }
      if (encoder.isPresent()) {
        some = encoder.get().encode(photo, some);
      }
      done.addAll(some);
    }
    return List.copyOf(done);
  }

  /** What is added and how, as a person would write it in a macro; begins with a blank or is "". */
  public String parameters() {
    return landmarkWords + encoderWords;
  }
}
