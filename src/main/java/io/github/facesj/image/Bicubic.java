package io.github.facesj.image;

import io.github.facesj.face.Box;

/**
 * Brings a part of a picture to another size by cubic convolution (Keys, Cubic convolution
 * interpolation for digital image processing, IEEE ASSP 1981, with a = -0.5), widened when reducing
 * so that nothing aliases: what Pillow calls {@code BICUBIC}. Outside the picture it is black.
 */
public final class Bicubic {

  private Bicubic() {}

  /**
   * @param photo where to cut from
   * @param window what to cut, edges in pixels of the photo; may reach outside
   * @param size pixels of the part in both directions
   * @throws IllegalArgumentException if the window is empty
   */
  public static FaceImage cut(FaceImage photo, Box window, int size) {
    if (!(window.width() > 0 && window.height() > 0)) {
      throw new IllegalArgumentException("An empty part cannot be cut out: " + window);
    }
    double[][] across = weights(window.x(), window.right(), size);
    double[][] down = weights(window.y(), window.bottom(), size);
    int top = (int) down[0][0];
    int bottom = (int) down[size - 1][0] + down[size - 1].length - 1;
    double[][][] rows = new double[bottom - top][][];
    for (int y = top; y < bottom; y++) {
      rows[y - top] = row(photo, y, across);
    }
    int[] part = new int[size * size];
    for (int y = 0; y < size; y++) {
      int first = (int) down[y][0] - top;
      for (int x = 0; x < size; x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          double sum = 0;
          for (int k = 1; k < down[y].length; k++) {
            sum += down[y][k] * rows[first + k - 1][c][x];
          }
          rgb = rgb << 8 | (int) Math.max(0, Math.min(255, Math.round(sum)));
        }
        part[y * size + x] = rgb;
      }
    }
    return FaceImage.of(size, size, part);
  }

  /** One row of the photo, brought to the size of the part: red, green, blue. */
  private static double[][] row(FaceImage photo, int y, double[][] across) {
    double[][] row = new double[3][across.length];
    if (y < 0 || y >= photo.height()) {
      return row;
    }
    int[] rgb = photo.pixels();
    for (int x = 0; x < across.length; x++) {
      int first = (int) across[x][0];
      for (int k = 1; k < across[x].length; k++) {
        int at = first + k - 1;
        if (at >= 0 && at < photo.width()) {
          int p = rgb[y * photo.width() + at];
          row[0][x] += across[x][k] * (p >> 16 & 255);
          row[1][x] += across[x][k] * (p >> 8 & 255);
          row[2][x] += across[x][k] * (p & 255);
        }
      }
    }
    return row;
  }

  /** For each pixel of the part: the first pixel of the photo, then the weights from there on. */
  private static double[][] weights(double from, double to, int size) {
    double step = (to - from) / size;
    double wide = Math.max(1, step);
    double[][] weights = new double[size][];
    for (int i = 0; i < size; i++) {
      double centre = from + (i + 0.5) * step;
      int first = (int) Math.max(Math.rint(from), Math.floor(centre - 2 * wide + 0.5));
      int last = (int) Math.min(Math.rint(to), Math.floor(centre + 2 * wide + 0.5));
      double[] w = new double[Math.max(1, last - first) + 1];
      w[0] = first;
      double sum = 0;
      for (int k = 1; k < w.length; k++) {
        w[k] = keys((first + k - 0.5 - centre) / wide);
        sum += w[k];
      }
      for (int k = 1; k < w.length; k++) {
        w[k] /= sum;
      }
      weights[i] = w;
    }
    return weights;
  }

  private static double keys(double x) {
    double t = Math.abs(x);
    if (t < 1) {
      return (1.5 * t - 2.5) * t * t + 1;
    }
    return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
  }
}
