package io.github.facesj.analysis;

import io.github.facesj.face.Face;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.Identification;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.List;

/** Finds the faces of pictures and says who they may be. For one thread at a time. */
public final class Identifier {

  private final Recognizer recognizer;
  private final Gallery gallery;
  private final NameThreshold threshold;
  private final int best;

  /**
   * @param gallery known people
   * @param threshold up to which distance the nearest person is named
   * @param best how many people to list for each face, at least 1
   * @throws IllegalArgumentException if the gallery was made with another model, or holds nobody
   */
  public Identifier(Recognizer recognizer, Gallery gallery, NameThreshold threshold, int best) {
    gallery.requireModel(recognizer.embedder().id(), MatchThreshold.sha256(recognizer.embedder()));
    gallery.requireSomebody();
    if (best < 1) {
      throw new IllegalArgumentException(
          "The number of candidates must be at least 1, but was " + best + ".");
    }
    this.recognizer = recognizer;
    this.gallery = gallery;
    this.threshold = threshold;
    this.best = best;
  }

  /** Up to which distance the nearest person is named. */
  public NameThreshold threshold() {
    return threshold;
  }

  /** How many people are listed for each face. */
  public int best() {
    return best;
  }

  /** Who is known. */
  public Gallery gallery() {
    return gallery;
  }

  public Recognizer recognizer() {
    return recognizer;
  }

  /**
   * The faces of a picture, best score first.
   *
   * @throws FacesException if a network fails
   */
  public List<IdentifiedFace> identify(FaceImage image, Progress progress) throws FacesException {
    return recognizer.recognize(image, progress).stream().map(this::identify).toList();
  }

  /**
   * The same for faces whose boxes are known.
   *
   * @param image upright
   * @param faces in pixels of the picture
   * @param progress may stop it
   * @return in the order of the faces
   * @throws FacesException if a network fails, or it was stopped
   */
  public List<IdentifiedFace> identify(FaceImage image, List<Face> faces, Progress progress)
      throws FacesException {
    return recognizer.embed(image, faces, progress).stream().map(this::identify).toList();
  }

  private IdentifiedFace identify(Face face) {
    return new IdentifiedFace(
        face,
        Identification.of(
            gallery,
            face.embedding().orElseThrow(),
            recognizer.embedder().distance(),
            threshold.value(),
            // The second is needed for the margin.
            Math.max(2, best)));
  }
}
