package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import java.util.Arrays;
import java.util.Comparator;

/** The one total order of faces: best score first, then from the top, the left, the smallest. */
final class FaceOrder {

  /** Of boxes alone: top, left, height, width. */
  static final Comparator<Box> BOXES =
      Comparator.comparingDouble(Box::y)
          .thenComparingDouble(Box::x)
          .thenComparingDouble(Box::height)
          .thenComparingDouble(Box::width);

  /** Of faces; two faces are equal in it only if nothing tells them apart. */
  static final Comparator<Face> BEST_FIRST =
      Comparator.comparingDouble(Face::score)
          .reversed()
          .thenComparing(Face::box, BOXES)
          .thenComparing(
              f -> f.points().map(Landmarks::toArray).orElse(new double[0]), Arrays::compare);

  private FaceOrder() {}
}
