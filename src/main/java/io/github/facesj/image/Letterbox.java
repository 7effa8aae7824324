package io.github.facesj.image;

/**
 * Where a picture lies in the canvas that a network sees, and how big: the way there and, exactly,
 * back. Coordinates are edges (a pixel is one unit wide), so no half pixels appear.
 *
 * @param canvasWidth width of the canvas in pixels
 * @param canvasHeight height of the canvas in pixels
 * @param left column of the canvas where the picture begins
 * @param top row of the canvas where the picture begins
 * @param width width of the picture in the canvas
 * @param height height of the picture in the canvas
 * @param scaleX pixels of the picture per pixel of the canvas
 * @param scaleY pixels of the picture per pixel of the canvas
 */
public record Letterbox(
    int canvasWidth,
    int canvasHeight,
    int left,
    int top,
    int width,
    int height,
    double scaleX,
    double scaleY) {

  /** A picture of {@code w x h} pixels drawn in the size {@code width x height} at (left, top). */
  static Letterbox of(
      int w, int h, int canvasWidth, int canvasHeight, int left, int top, int width, int height) {
    return new Letterbox(
        canvasWidth,
        canvasHeight,
        left,
        top,
        width,
        height,
        (double) w / width,
        (double) h / height);
  }

  /** From the canvas to the picture. */
  public double toPictureX(double x) {
    return (x - left) * scaleX;
  }

  /** From the canvas to the picture. */
  public double toPictureY(double y) {
    return (y - top) * scaleY;
  }
}
