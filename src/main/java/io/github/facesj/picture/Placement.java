package io.github.facesj.picture;

import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Similarity;
import java.util.Locale;

/**
 * How a picture is laid on faces, in measures of the face: its unit is the distance of the eyes,
 * its horizontal the eye line.
 *
 * @param anchor which place of the face
 * @param scale width of the picture in eye distances, above 0
 * @param right by how many eye distances it is moved to the right along the eye line
 * @param down by how many it is moved towards the chin
 * @param turn degrees by which it is turned clockwise against the eye line
 */
public record Placement(Anchor anchor, double scale, double right, double down, double turn) {

  /** Twice the eye distance: about the width of a face. */
  public static final double DEFAULT_SCALE = 2;

  /**
   * From the line of the eyes to that of the mouth, in eye distances, in ArcFace's template of a
   * face seen from the front (deepinsight/insightface, face_align.py, arcface_dst): (92.4 - 51.6) /
   * 35.2.
   */
  static final double EYES_TO_MOUTH = 1.16;

  /**
   * @throws IllegalArgumentException if a number is not finite or the scale is not above 0 and at
   *     most 100
   */
  public Placement {
    if (!(scale > 0 && scale <= 100)) {
      throw new IllegalArgumentException(
          "The scale of a picture must be above 0 and at most 100 eye distances, but was "
              + scale
              + ".");
    }
    if (!Double.isFinite(right + down + turn)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A picture's shift and angle must be finite numbers, but were %s, %s and %s.",
              right,
              down,
              turn));
    }
  }

  /**
   * Brings pixels of the picture, counted from its corner, to pixels of the photo.
   *
   * @param points of the face, of any scheme
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   */
  public Similarity on(Landmarks points, int width, int height) {
    Landmarks five = points.toFive();
    double eyesX = five.x(1) - five.x(0);
    double eyesY = five.y(1) - five.y(0);
    double mouth =
        Math.hypot(
            (five.x(3) + five.x(4) - five.x(0) - five.x(1)) / 2,
            (five.y(3) + five.y(4) - five.y(0) - five.y(1)) / 2);
    // The eyes of a head that is turned away come close together, eyes and mouth do not.
    double unit = Math.max(1e-3, Math.max(Math.hypot(eyesX, eyesY), mouth / EYES_TO_MOUTH));
    double angle = Math.atan2(eyesY, eyesX);
    double[] at = anchor.of(five, unit, angle);
    double x = at[0] + (right * Math.cos(angle) - down * Math.sin(angle)) * unit;
    double y = at[1] + (right * Math.sin(angle) + down * Math.cos(angle)) * unit;
    double size = scale * unit / width;
    double whole = angle + Math.toRadians(turn);
    Similarity centred = new Similarity(1, 0, -width / 2.0, -anchor.row() * height);
    return centred.then(new Similarity(size * Math.cos(whole), size * Math.sin(whole), x, y));
  }
}
