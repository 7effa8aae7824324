package io.github.facesj.align;

import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Similarity;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the five points lie in the crop that a network was trained on.
 *
 * @param width pixels of the crop
 * @param height pixels of the crop
 * @param points eye left, eye right, nose tip, mouth corners, in pixel indices of the crop
 */
public record Template(int width, int height, Landmarks points) implements Alignment {

  /**
   * SphereFace, CosFace, CASIA crops of 96 x 112: the coordinates of the SphereFace repository
   * (wy1iu/sphereface, preprocess/code/face_align_demo.m).
   */
  public static final Template SPHEREFACE =
      new Template(
          96,
          112,
          Landmarks.of(
              LandmarkScheme.FIVE,
              30.2946,
              51.6963,
              65.5318,
              51.5014,
              48.0252,
              71.7366,
              33.5493,
              92.3655,
              62.7299,
              92.2041));

  /**
   * ArcFace crops of 112 x 112: the SphereFace points 8 pixels to the right
   * (deepinsight/insightface, face_align.py).
   */
  public static final Template ARCFACE = new Template(112, 112, SPHEREFACE.points.translate(8, 0));

  /**
   * @throws IllegalArgumentException if the points are not five or the size is not positive
   */
  public Template {
    Objects.requireNonNull(points, "points");
    if (width < 1 || height < 1 || points.scheme() != LandmarkScheme.FIVE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A template needs a positive size and five points, but got %d x %d and %s.",
              width,
              height,
              points.scheme()));
    }
  }

  /** The same template for a crop of another size, the face in the same place of it. */
  public Template scaled(int newWidth, int newHeight) {
    double scale = Math.min((double) newWidth / width, (double) newHeight / height);
    double dx = (newWidth - scale * width) / 2;
    double dy = (newHeight - scale * height) / 2;
    return new Template(newWidth, newHeight, Similarity.scaleThenMove(scale, dx, dy).apply(points));
  }

  /** Brings the face's five points onto the template, or those of its landmarks if it has none. */
  @Override
  public Similarity of(Face face) {
    Landmarks five =
        face.points()
            .or(face::landmarks)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "This face has no points, so it cannot be aligned. Use a detector with five"
                            + " points, or find landmarks first."))
            .toFive();
    return Umeyama.fit(five, points);
  }
}
