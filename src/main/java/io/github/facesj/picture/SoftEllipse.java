package io.github.facesj.picture;

import io.github.facesj.face.Box;

/**
 * An upright ellipse with a soft edge, which lies outside of it: everything inside is covered
 * wholly.
 *
 * @param centerX in pixels of the image
 * @param centerY in pixels of the image
 * @param radiusX half of its width, above 0
 * @param radiusY half of its height, above 0
 * @param edge width of the soft edge, as a share of the radius
 */
record SoftEllipse(double centerX, double centerY, double radiusX, double radiusY, double edge) {

  /** The ellipse through the corners of a box: it covers all of the box. */
  static SoftEllipse around(Box box, double edge) {
    return new SoftEllipse(
        box.centerX(),
        box.centerY(),
        Math.max(0.5, box.width() / 2) * Math.sqrt(2),
        Math.max(0.5, box.height() / 2) * Math.sqrt(2),
        edge);
  }

  /** The same ellipse made larger or smaller, with a hard edge. */
  SoftEllipse times(double factor) {
    return new SoftEllipse(centerX, centerY, radiusX * factor, radiusY * factor, 0);
  }

  /** What it covers, with its edge. */
  Box bounds() {
    double x = radiusX * (1 + edge);
    double y = radiusY * (1 + edge);
    return new Box(centerX - x, centerY - y, 2 * x, 2 * y);
  }

  /** How much of a place is covered, 1 inside, 0 outside, and smoothly less along the edge. */
  double at(double x, double y) {
    double distance = Math.hypot((x - centerX) / radiusX, (y - centerY) / radiusY);
    if (distance <= 1) {
      return 1;
    }
    if (distance >= 1 + edge) {
      return 0;
    }
    double t = (1 + edge - distance) / edge;
    return t * t * (3 - 2 * t);
  }
}
