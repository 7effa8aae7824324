package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Greedy suppression of doubles: the best stays, everything that overlaps it by more than the
 * threshold goes, and so on with what is left.
 *
 * @param measure what is called the overlap
 * @param threshold the greatest overlap that two kept boxes may have, 0 to 1
 * @param extent what is added to each side: 0 where boxes are edges, 1 where they are the first and
 *     last pixel, as in the code that MTCNN descends from
 */
public record Nms(Measure measure, double threshold, double extent) {

  /** The overlap of two boxes: their intersection divided by something. */
  public enum Measure {
    /** Intersection over union (IoU). */
    UNION,
    /** Intersection over the smaller box: a box inside another is a double, whatever its size. */
    MIN
  }

  /**
   * @throws IllegalArgumentException if the threshold is not between 0 and 1
   */
  public Nms {
    requireOverlap(threshold);
  }

  /** By intersection over union of edges, as for all detectors but the inside of MTCNN. */
  public static Nms iou(double threshold) {
    return new Nms(Measure.UNION, threshold, 0);
  }

  static void requireOverlap(double overlap) {
    if (!(overlap >= 0 && overlap <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The overlap must be between 0 and 1, but was %s.", overlap));
    }
  }

  /**
   * The faces that stay, best first. The order in which they are handed over does not matter: equal
   * scores are taken from the bottom and the right of the image.
   */
  public List<Face> suppress(Collection<Face> faces) {
    return suppress(faces.stream().sorted(FaceOrder.BEST_FIRST).toList(), Face::box);
  }

  /**
   * The things that stay, in their order.
   *
   * @param sorted best first
   * @param box where each is
   */
  <T> List<T> suppress(List<T> sorted, Function<T, Box> box) {
    int n = sorted.size();
    double[][] corners = new double[n][];
    boolean[] gone = new boolean[n];
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Box b = box.apply(sorted.get(i));
      corners[i] = new double[] {b.x(), b.y(), b.right() + extent, b.bottom() + extent};
    }
    for (int i = 0; i < n; i++) {
      if (!gone[i]) {
        kept.add(sorted.get(i));
        for (int k = i + 1; k < n; k++) {
          gone[k] = gone[k] || overlap(corners[i], corners[k]) > threshold;
        }
      }
    }
    return kept;
  }

  private double overlap(double[] a, double[] b) {
    double w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
    double h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    double first = (a[2] - a[0]) * (a[3] - a[1]);
    double second = (b[2] - b[0]) * (b[3] - b[1]);
    double whole = measure == Measure.UNION ? first + second - w * h : Math.min(first, second);
    return w * h / whole;
  }
}
