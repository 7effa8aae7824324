package io.github.facesj.analysis;

import io.github.facesj.detect.SearchOptions;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.PointSource;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.model.OpenModel;
import io.github.facesj.run.CancelCheck;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Detects the faces of a picture and embeds them, so that they can be compared. For one thread at a
 * time; several may share the models, which stay their owner's.
 */
public final class Recognizer {

  private final OpenModel detector;
  private final FaceAnalyzer analyzer;
  private final FaceEmbedder embedder;
  private final FaceLandmarker finder;

  private Recognizer(
      OpenModel detector, FaceAnalyzer analyzer, FaceEmbedder embedder, FaceLandmarker finder) {
    this.detector = detector;
    this.analyzer = analyzer;
    this.embedder = embedder;
    this.finder = finder;
  }

  /**
   * @param detector an open model of task detection
   * @param finder finds landmarks where the alignment needs them
   * @param points whose five points faces are aligned by
   * @throws FacesException if the detector's card asks for what FacesJ does not know
   */
  public static Recognizer of(
      OpenModel detector,
      SearchOptions options,
      FaceEmbedder embedder,
      FaceLandmarker finder,
      PointSource points)
      throws FacesException {
    FaceAnalyzer analyzer =
        FaceAnalyzer.detecting(detector, options)
            .completing(FaceCompletion.NOTHING.embedding(embedder, Optional.of(finder), points));
    return new Recognizer(detector, analyzer, embedder, finder);
  }

  public OpenModel detector() {
    return detector;
  }

  public FaceEmbedder embedder() {
    return embedder;
  }

  /** Of search, alignment and embedding, as a person would write them in a macro. */
  public String parameters() {
    return provenance().parameters();
  }

  /** What made the faces: the detector, with all that was done to them. */
  public Provenance provenance() {
    return analyzer.provenance();
  }

  /** What made the vectors: the embedder, with all that was done to the faces. */
  public Provenance embedding() {
    return Provenance.now(embedder.id(), MatchThreshold.sha256(embedder), parameters());
  }

  /** Lowest score of a face. */
  public double threshold() {
    return analyzer.threshold();
  }

  /**
   * All faces of a picture, embedded, best score first.
   *
   * @param image upright
   * @throws FacesException if a network fails
   */
  public List<Face> recognize(FaceImage image, Progress progress) throws FacesException {
    return analyzer.analyze(image, progress);
  }

  /** The same in a picture that somebody else prepared, and looks at as well. */
  public List<Face> recognize(Pyramid photo, Progress progress) throws FacesException {
    return analyzer.analyze(photo, progress);
  }

  /**
   * Embeds faces whose boxes are known, such as those a person drew.
   *
   * @param image upright
   * @param progress may stop it
   * @return the same faces in the same order
   * @throws FacesException if a network fails, or it was stopped
   */
  public List<Face> embed(FaceImage image, List<Face> faces, Progress progress)
      throws FacesException {
    return embed(Pyramid.of(image), faces, progress);
  }

  /** The same in a picture that somebody else prepared, and looks at as well. */
  public List<Face> embed(Pyramid photo, List<Face> faces, Progress progress)
      throws FacesException {
    List<Face> embedded = analyzer.complete(photo, faces, progress);
    CancelCheck.require(progress);
    return embedded;
  }

  /**
   * The same faces, each with points or landmarks, which are looked for where there are none.
   *
   * @param progress may stop it
   * @throws FacesException if a network fails, or it was stopped
   */
  public List<Face> pointed(Pyramid photo, List<Face> faces, Progress progress)
      throws FacesException {
    List<Face> pointed = new ArrayList<>();
    for (Face face : faces) {
      CancelCheck.require(progress);
      boolean has = face.points().isPresent() || face.landmarks().isPresent();
      pointed.add(has ? face : finder.find(photo, List.of(face), Sampling.ANTIALIASED).get(0));
    }
    return pointed;
  }

  /**
   * The one face that a photo of a person shows: of all, the one whose box has its centre nearest
   * to the photo's centre. Where the detector is not sure of any, there is none: the score is not
   * lowered, as the reference figures of LFW did for a few photos, because a detector made to find
   * something finds it in a wall, too.
   *
   * @param image upright
   * @param progress may stop it
   * @return the embedded face, or nothing where there is none
   * @throws FacesException if a network fails, or it was stopped
   */
  public Optional<Face> central(FaceImage image, Progress progress) throws FacesException {
    List<Face> found = analyzer.candidates(image, threshold(), progress).select();
    CancelCheck.require(progress);
    Optional<Face> face = nearestToCentre(image, found);
    return face.isEmpty() ? face : embed(image, List.of(face.get()), progress).stream().findFirst();
  }

  /** Of several faces the one whose box has its centre nearest to the picture's. */
  static Optional<Face> nearestToCentre(FaceImage image, List<Face> faces) {
    return faces.stream()
        .min(
            Comparator.comparingDouble(
                f ->
                    Math.hypot(
                        f.box().centerX() - image.width() / 2.0,
                        f.box().centerY() - image.height() / 2.0)));
  }
}
