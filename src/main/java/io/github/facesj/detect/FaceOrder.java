package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The one total order of faces: best score first. Equal scores (a saturated network gives many of
 * exactly 1) are taken from the bottom and the right, as by the originals, which take the last of a
 * sorted list whose cells run from the top left.
 */
final class FaceOrder {

  /** Of boxes alone: the lowest first, then the rightmost, the highest, the widest. */
  static final Comparator<Box> BOXES =
      Comparator.comparingDouble(Box::y)
          .thenComparingDouble(Box::x)
          .thenComparingDouble(Box::height)
          .thenComparingDouble(Box::width)
          .reversed();

  /** Of faces; two faces are equal in it only if nothing tells them apart. */
  static final Comparator<Face> BEST_FIRST =
      Comparator.comparingDouble(Face::score)
          .reversed()
          .thenComparing(Face::box, BOXES)
          .thenComparing(
              f -> f.points().map(Landmarks::toArray).orElse(new double[0]), Arrays::compare);

  private FaceOrder() {}
}
