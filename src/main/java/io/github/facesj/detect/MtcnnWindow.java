package io.github.facesj.detect;

import io.github.facesj.face.Box;
import java.util.Comparator;

/**
 * A window of the MTCNN cascade between two stages, by its first and last pixel.
 *
 * @param x1 left
 * @param y1 top
 * @param x2 right
 * @param y2 bottom
 * @param score of the last network
 * @param shift of left, top, right, bottom in parts of the side, as the last network gave it
 */
record MtcnnWindow(double x1, double y1, double x2, double y2, double score, double[] shift) {

  /** Best score first, equal ones as faces are ordered. */
  static final Comparator<MtcnnWindow> BEST_FIRST =
      Comparator.comparingDouble(MtcnnWindow::score)
          .reversed()
          .thenComparing(MtcnnWindow::box, FaceOrder.BOXES);

  Box box() {
    return Box.ofCorners(x1, y1, x2, y2);
  }

  /**
   * The window with its sides shifted.
   *
   * @param extent 0 or 1, added to the side that the shifts are parts of: the original counts the
   *     last pixel after the second and third network, but not after the first
   */
  MtcnnWindow shifted(int extent) {
    double w = x2 - x1 + extent;
    double h = y2 - y1 + extent;
    return new MtcnnWindow(
        x1 + shift[0] * w, y1 + shift[1] * h, x2 + shift[2] * w, y2 + shift[3] * h, score, shift);
  }

  /** The square round the same centre with the longer side, cut to whole pixels towards zero. */
  MtcnnWindow square() {
    double w = x2 - x1;
    double h = y2 - y1;
    double side = Math.max(w, h);
    double left = x1 + w * 0.5 - side * 0.5;
    double top = y1 + h * 0.5 - side * 0.5;
    return new MtcnnWindow(
        (int) left, (int) top, (int) (left + side), (int) (top + side), score, shift);
  }

  /** The window as the next network judged it. */
  MtcnnWindow judged(double newScore, double[] newShift) {
    return new MtcnnWindow(x1, y1, x2, y2, newScore, newShift);
  }
}
