package io.github.facesj.picture;

/**
 * A part of a picture so blurred that only a cloud of its colours is left: three running means
 * after each other in each direction, which together are nearly a Gaussian. The part is continued
 * by its edge; nothing from outside comes in.
 */
final class BoxBlur {

  private static final int PASSES = 3;

  private BoxBlur() {}

  /**
   * @param part {@code 0xRRGGBB}, row by row
   * @param sigma of the Gaussian, in pixels
   * @return new pixels
   */
  static int[] of(int[] part, int width, int height, double sigma) {
    // Three means of 2r+1 values have together the variance ((2r+1)^2 - 1) / 4.
    int radius = (int) Math.ceil((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2);
    float[][] planes = new float[3][part.length];
    for (int i = 0; i < part.length; i++) {
      for (int c = 0; c < 3; c++) {
        planes[c][i] = part[i] >> (8 * c) & 255;
      }
    }
    float[] line = new float[Math.max(width, height)];
    for (float[] plane : planes) {
      for (int pass = 0; pass < PASSES; pass++) {
        for (int y = 0; y < height; y++) {
          mean(plane, y * width, 1, width, radius, line);
        }
        for (int x = 0; x < width; x++) {
          mean(plane, x, width, height, radius, line);
        }
      }
    }
    int[] blurred = new int[part.length];
    for (int i = 0; i < part.length; i++) {
      for (int c = 0; c < 3; c++) {
        blurred[i] |= Math.round(planes[c][i]) << (8 * c);
      }
    }
    return blurred;
  }

  /** The running mean along one line, in place. */
  private static void mean(float[] plane, int start, int step, int n, int radius, float[] line) {
    for (int i = 0; i < n; i++) {
      line[i] = plane[start + i * step];
    }
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += line[inside(i, n)];
    }
    for (int i = 0; i < n; i++) {
      plane[start + i * step] = (float) (sum / (2 * radius + 1));
      sum += line[inside(i + radius + 1, n)] - line[inside(i - radius, n)];
    }
  }

  private static int inside(int i, int n) {
    return Math.max(0, Math.min(n - 1, i));
  }
}
