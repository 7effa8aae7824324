package io.github.facesj.face;

import io.github.facesj.api.PublicApi;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One face: where it is, how sure the detector was, and what the later stages added.
 *
 * @param box in pixels of the upright image
 * @param score 0 to 1, as the detector defines it; 1 for a box drawn by a person
 * @param points the detector's five points, where it gives any
 * @param landmarks points of a landmark model, where asked for
 * @param embedding the vector of an embedding model, where asked for
 */
@PublicApi
public record Face(
    Box box,
    double score,
    Optional<Landmarks> points,
    Optional<Landmarks> landmarks,
    Optional<Embedding> embedding) {

  /**
   * @throws IllegalArgumentException if the score is not between 0 and 1, or the points are not
   *     five
   */
  public Face {
    Objects.requireNonNull(box, "box");
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "The score of a face must be between 0 and 1, but was " + score + ".");
    }
    if (points.isPresent() && points.get().scheme() != LandmarkScheme.FIVE) {
      throw new IllegalArgumentException(
          "A detector's points must be five, but are " + points.get().scheme() + ".");
    }
  }

  /** What a detector without points finds. */
  public static Face of(Box box, double score) {
    return new Face(box, score, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What a detector with five points finds. */
  public static Face of(Box box, double score, Landmarks points) {
    return new Face(box, score, Optional.of(points), Optional.empty(), Optional.empty());
  }

  /**
   * The face that overlaps a box most; of several that overlap it as much the first.
   *
   * @param least overlap (IoU) of a face that counts, above 0
   */
  public static Optional<Face> nearest(List<Face> faces, Box box, double least) {
    Optional<Face> best = Optional.empty();
    double most = 0;
    for (Face face : faces) {
      double overlap = face.box().iou(box);
      if (overlap >= least && overlap > most) {
        best = Optional.of(face);
        most = overlap;
      }
    }
    return best;
  }

  public Face withBox(Box newBox) {
    return new Face(newBox, score, points, landmarks, embedding);
  }

  public Face withLandmarks(Landmarks newLandmarks) {
    return new Face(box, score, points, Optional.of(newLandmarks), embedding);
  }

  public Face withEmbedding(Embedding newEmbedding) {
    return new Face(box, score, points, landmarks, Optional.of(newEmbedding));
  }

  /** The same face in an image whose origin lies (dx, dy) to the left of and above this one's. */
  public Face translate(double dx, double dy) {
    return new Face(
        box.translate(dx, dy),
        score,
        points.map(p -> p.translate(dx, dy)),
        landmarks.map(p -> p.translate(dx, dy)),
        embedding);
  }
}
