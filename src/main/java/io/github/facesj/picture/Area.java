package io.github.facesj.picture;

import io.github.facesj.face.Box;

/**
 * The whole pixels of an image that a box touches; empty where it lies outside.
 *
 * @param x first column
 * @param y first row
 * @param right column behind the last
 * @param bottom row below the last
 */
record Area(int x, int y, int right, int bottom) {

  static Area of(Box box, int width, int height) {
    return new Area(
        within(Math.floor(box.x()), width),
        within(Math.floor(box.y()), height),
        within(Math.ceil(box.right()), width),
        within(Math.ceil(box.bottom()), height));
  }

  private static int within(double at, int size) {
    return (int) Math.max(0, Math.min(size, at));
  }

  int width() {
    return right - x;
  }

  int height() {
    return bottom - y;
  }

  boolean isEmpty() {
    return width() <= 0 || height() <= 0;
  }
}
