package io.github.facesj.embed;

import io.github.facesj.align.Template;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.landmark.FaceLandmarker;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * From detected faces to embedded ones: decides whose five points a face is aligned by, finds
 * landmarks where they are needed, crops and embeds. Safe for several threads.
 */
public final class FaceEncoder {

  private final FaceEmbedder embedder;
  private final Optional<FaceLandmarker> landmarker;
  private final PointSource points;
  private final Sampling sampling;

  private FaceEncoder(
      FaceEmbedder embedder,
      Optional<FaceLandmarker> landmarker,
      PointSource points,
      Sampling sampling) {
    this.embedder = embedder;
    this.landmarker = landmarker;
    this.points = points;
    this.sampling = sampling;
  }

  /**
   * @param landmarker finds points where the detector gave none, and always where {@code points}
   *     says so; empty if there is none
   * @param points whose five points to align by; faces without points of a detector get landmarks
   *     in any case
   * @throws IllegalArgumentException if landmarks are asked for without a landmarker
   */
  public static FaceEncoder of(
      FaceEmbedder embedder,
      Optional<FaceLandmarker> landmarker,
      PointSource points,
      Sampling sampling) {
    if (points == PointSource.LANDMARKS && landmarker.isEmpty()) {
      throw new IllegalArgumentException(
          "Alignment by landmarks needs a landmark model. Name one, or align by the detector's points.");
    }
    return new FaceEncoder(embedder, landmarker, points, sampling);
  }

  public FaceEmbedder embedder() {
    return embedder;
  }

  /**
   * Embeds the faces of a photo.
   *
   * @param faces in pixels of the photo
   * @return the same faces in the same order, with embeddings, and with landmarks where those were
   *     used
   * @throws FacesException if a network fails
   * @throws IllegalArgumentException if a face has no points and there is no landmarker
   */
  public List<Face> encode(Pyramid photo, List<Face> faces) throws FacesException {
    List<Face> located = locate(photo, faces);
    List<Face> aligned = located.stream().map(this::alignedBy).toList();
    List<Face> embedded = embedder.embed(photo, aligned, sampling);
    List<Face> encoded = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      encoded.add(located.get(i).withEmbedding(embedded.get(i).embedding().orElseThrow()));
    }
    return List.copyOf(encoded);
  }

  private List<Face> locate(Pyramid photo, List<Face> faces) throws FacesException {
    if (landmarker.isEmpty() || !(embedder.alignment() instanceof Template)) {
      return faces;
    }
    List<Face> without = faces.stream().filter(this::needsLandmarks).toList();
    Iterator<Face> found = landmarker.get().find(photo, without, sampling).iterator();
    return faces.stream().map(f -> needsLandmarks(f) ? found.next() : f).toList();
  }

  private boolean needsLandmarks(Face face) {
    return face.landmarks().isEmpty()
        && (points == PointSource.LANDMARKS || face.points().isEmpty());
  }

  /** The face with those five points that it is to be aligned by. */
  private Face alignedBy(Face face) {
    Optional<Landmarks> found = face.landmarks();
    return found.isPresent() && (points == PointSource.LANDMARKS || face.points().isEmpty())
        ? Face.of(face.box(), face.score(), found.get().toFive())
        : face;
  }
}
