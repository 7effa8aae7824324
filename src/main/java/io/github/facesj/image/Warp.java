package io.github.facesj.image;

/**
 * Cuts a turned and scaled part out of a picture. Coordinates of the map are pixel indices: the
 * pixel (i, j) of the part shows the picture at the place that the map brings to (i, j), where
 * whole numbers are pixel centres. That is how the networks' own repositories use their templates
 * (OpenCV's {@code warpAffine}); no half pixel is added. Outside the picture it is black.
 */
public final class Warp {

  /** Fractions of a pixel are taken in steps of 1/256. */
  private static final int STEPS = 256;

  private static final long ROUND = STEPS * STEPS / 2;

  /** Half of 1/256 with 32 binary places: rounds to the nearest step. */
  private static final long HALF_STEP = 1L << 23;

  private Warp() {}

  /**
   * @param photo where to cut from
   * @param toPart brings pixel indices of the photo to pixel indices of the part
   * @param width pixels of the part, at least 1
   * @param height pixels of the part, at least 1
   */
  public static FaceImage cut(
      Pyramid photo, Similarity toPart, int width, int height, Sampling sampling) {
    int level = sampling == Sampling.BILINEAR ? 0 : photo.levelFor(toPart.scale());
    FaceImage source = photo.level(level);
    // Pixel i of a level lies at (i + 0.5) * 2^level - 0.5 of the photo.
    double size = 1L << level;
    Similarity toSource =
        toPart
            .inverse()
            .then(Similarity.scaleThenMove(1 / size, 0.5 / size - 0.5, 0.5 / size - 0.5));
    return cut(source, toSource, width, height);
  }

  private static FaceImage cut(FaceImage source, Similarity toSource, int width, int height) {
    int[] part = new int[width * height];
    int[] rgb = source.pixels();
    int w = source.width();
    // Pixels whose four neighbours all lie inside; compared as unsigned numbers.
    int lastX = w - 1;
    int lastY = source.height() - 1;
    long stepX = fixed(toSource.a());
    long stepY = fixed(toSource.b());
    for (int y = 0, i = 0; y < height; y++) {
      long atX = fixed(toSource.x(0, y)) + HALF_STEP;
      long atY = fixed(toSource.y(0, y)) + HALF_STEP;
      for (int x = 0; x < width; x++, i++, atX += stepX, atY += stepY) {
        int x0 = (int) (atX >> 32);
        int y0 = (int) (atY >> 32);
        int fx = (int) (atX >> 24) & 255;
        int fy = (int) (atY >> 24) & 255;
        if (Integer.compareUnsigned(x0, lastX) < 0 && Integer.compareUnsigned(y0, lastY) < 0) {
          int at = y0 * w + x0;
          part[i] = mix(rgb[at], rgb[at + 1], rgb[at + w], rgb[at + w + 1], fx, fy);
        } else {
          part[i] =
              mix(
                  get(source, x0, y0),
                  get(source, x0 + 1, y0),
                  get(source, x0, y0 + 1),
                  get(source, x0 + 1, y0 + 1),
                  fx,
                  fy);
        }
      }
    }
    return FaceImage.of(width, height, part);
  }

  /** With 32 binary places; places beyond a thousand million pixels are all equally outside. */
  private static long fixed(double place) {
    return Math.round(Math.max(-1e9, Math.min(1e9, place)) * (1L << 32));
  }

  private static int get(FaceImage image, int x, int y) {
    boolean inside = x >= 0 && x < image.width() && y >= 0 && y < image.height();
    return inside ? image.pixels()[y * image.width() + x] : 0;
  }

  /** Red and blue go together in one long, 32 bits each; the weights sum up to 2^16. */
  private static int mix(int a, int b, int c, int d, int fx, int fy) {
    int wd = fx * fy;
    int wb = (fx << 8) - wd;
    int wc = (fy << 8) - wd;
    int wa = STEPS * STEPS - wd - wb - wc;
    long redBlue =
        spread(a) * wa + spread(b) * wb + spread(c) * wc + spread(d) * wd + (ROUND << 32 | ROUND);
    long green =
        (long) (a >> 8 & 255) * wa
            + (long) (b >> 8 & 255) * wb
            + (long) (c >> 8 & 255) * wc
            + (long) (d >> 8 & 255) * wd
            + ROUND;
    return (int) (redBlue >> 48 & 255) << 16
        | (int) (green >> 16 & 255) << 8
        | (int) (redBlue >> 16 & 255);
  }

  private static long spread(int rgb) {
    return (long) (rgb >> 16 & 255) << 32 | (rgb & 255);
  }

  /** The picture mirrored left to right. */
  public static FaceImage mirror(FaceImage image) {
    int w = image.width();
    int[] from = image.pixels();
    int[] to = new int[from.length];
    for (int row = 0; row < from.length; row += w) {
      for (int x = 0; x < w; x++) {
        to[row + x] = from[row + w - 1 - x];
      }
    }
    return FaceImage.of(w, image.height(), to);
  }
}
