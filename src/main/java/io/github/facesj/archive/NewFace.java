package io.github.facesj.archive;

import io.github.facesj.face.Box;
import io.github.facesj.face.Landmarks;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A face that has no id yet.
 *
 * @param page 0-based picture of a stack
 * @param number from 1 in the order in which the faces of a picture were found
 * @param box in pixels of the upright picture
 * @param score 0 to 1
 * @param quality 0 to 1
 * @param points five points in pixels of the upright picture
 * @param embedding of length 1, with as many numbers as the archive's settings say; not copied
 * @param thumbnail JPEG; not copied
 * @param drawn whether a person drew the box
 */
public record NewFace(
    int page,
    int number,
    Box box,
    double score,
    double quality,
    Optional<Landmarks> points,
    float[] embedding,
    byte[] thumbnail,
    boolean drawn) {

  /**
   * The same face in another frame, such as that of the photo whose reduced copy it was found in.
   */
  public NewFace moved(UnaryOperator<Box> boxes, UnaryOperator<Landmarks> marks) {
    return new NewFace(
        page,
        number,
        boxes.apply(box),
        score,
        quality,
        points.map(marks),
        embedding,
        thumbnail,
        drawn);
  }

  /** The same face with another number, and drawn by a person. */
  NewFace drawn(int newNumber) {
    return new NewFace(page, newNumber, box, score, quality, points, embedding, thumbnail, true);
  }
}
