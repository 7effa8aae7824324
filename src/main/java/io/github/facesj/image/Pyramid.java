package io.github.facesj.image;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture and its halved copies, each pixel the mean of four, made when first asked for and kept:
 * however many faces are cut from a photo, it is halved once. Safe for several threads.
 */
public final class Pyramid {

  private final List<FaceImage> levels = new ArrayList<>();

  private Pyramid(FaceImage photo) {
    levels.add(photo);
  }

  public static Pyramid of(FaceImage photo) {
    return new Pyramid(photo);
  }

  /** The picture itself. */
  public FaceImage photo() {
    return levels.get(0);
  }

  /**
   * The picture halved {@code level} times, or as often as it has two pixels in both directions.
   * The pixel of index {@code i} there covers the pixels {@code i * 2^level} to {@code (i + 1) *
   * 2^level - 1} of the photo; a last odd row or column has no place.
   */
  public synchronized FaceImage level(int level) {
    while (levels.size() <= level && halvable(levels.get(levels.size() - 1))) {
      levels.add(halve(levels.get(levels.size() - 1)));
    }
    return levels.get(Math.min(level, levels.size() - 1));
  }

  /** The level to read from so that what is left to do is a reduction to a half at most. */
  int levelFor(double scale) {
    int level = 0;
    FaceImage photo = photo();
    while (scale * (1L << level) < 0.5
        && photo.width() >> (level + 1) > 0
        && photo.height() >> (level + 1) > 0) {
      level++;
    }
    return level;
  }

  private static boolean halvable(FaceImage image) {
    return image.width() > 1 && image.height() > 1;
  }

  /** Means of 2 x 2 pixels, red and blue together in one number, green in another. */
  private static FaceImage halve(FaceImage image) {
    int w = image.width() / 2;
    int h = image.height() / 2;
    int[] from = image.pixels();
    int[] to = new int[w * h];
    for (int y = 0, i = 0; y < h; y++) {
      int upper = 2 * y * image.width();
      int lower = upper + image.width();
      for (int x = 0; x < w; x++, i++, upper += 2, lower += 2) {
        int a = from[upper];
        int b = from[upper + 1];
        int c = from[lower];
        int d = from[lower + 1];
        int redBlue =
            ((a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x020002) >> 2;
        int green = ((a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00) + 0x0200) >> 2;
        to[i] = (redBlue & 0xff00ff) | (green & 0xff00);
      }
    }
    return FaceImage.of(w, h, to);
  }
}
