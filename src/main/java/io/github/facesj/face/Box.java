package io.github.facesj.face;

import io.github.facesj.api.PublicApi;
import java.util.Locale;

/**
 * An axis-parallel rectangle in pixels of the upright image; it may reach outside the image.
 *
 * @param x left edge
 * @param y upper edge
 * @param width extent to the right, never negative
 * @param height extent downwards, never negative
 */
@PublicApi
public record Box(double x, double y, double width, double height) {

  /**
   * @throws IllegalArgumentException if a number is not finite, or width or height is negative
   */
  public Box {
    if (!Double.isFinite(x + y + width + height) || width < 0 || height < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A box needs finite numbers and no negative size, but got x=%s, y=%s, width=%s,"
                  + " height=%s.",
              x,
              y,
              width,
              height));
    }
  }

  /** The box between two corners; corners in the wrong order give a box of size zero. */
  public static Box ofCorners(double x1, double y1, double x2, double y2) {
    return new Box(x1, y1, Math.max(0, x2 - x1), Math.max(0, y2 - y1));
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  public double area() {
    return width * height;
  }

  /** Area of the part that both boxes cover. */
  public double intersection(Box other) {
    double w = Math.min(right(), other.right()) - Math.max(x, other.x);
    double h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    return w > 0 && h > 0 ? w * h : 0;
  }

  /** Intersection over union, 0 to 1; 0 where both boxes are empty. */
  public double iou(Box other) {
    double common = intersection(other);
    double union = area() + other.area() - common;
    return union > 0 ? common / union : 0;
  }

  /** The same box moved. */
  public Box translate(double dx, double dy) {
    return new Box(x + dx, y + dy, width, height);
  }

  /** The square with the same centre and the given side. */
  public Box square(double side) {
    return new Box(centerX() - side / 2, centerY() - side / 2, side, side);
  }
}
