package io.github.facesj.image;

import java.util.Arrays;
import java.util.Locale;

/**
 * Brings pictures to another size, into buffers that it keeps. For one thread; what it returns is
 * valid until its next call.
 */
public final class Resizer {

  private int[] pixels = new int[0];
  private float[] row = new float[0];
  private float[] sum = new float[0];
  private int[] upper = new int[0];
  private int[] lower = new int[0];

  /**
   * A picture in another size.
   *
   * @param rgb {@code 0xRRGGBB}, row by row
   * @return the same picture where the size is the same, else {@code targetWidth * targetHeight}
   *     pixels at the beginning of an array that may be longer
   * @throws IllegalArgumentException if a size is not positive
   */
  public int[] resize(
      int[] rgb, int width, int height, int targetWidth, int targetHeight, Resampling how) {
    check(width, height, targetWidth, targetHeight);
    if (width == targetWidth && height == targetHeight) {
      return rgb;
    }
    resize(rgb, 0, width, width, height, targetWidth, targetHeight, how);
    return pixels;
  }

  /**
   * A part of a picture in another size, as if the part had been cut out first.
   *
   * @param x left column of the part
   * @param y upper row of the part
   * @param width columns of the part
   * @param height rows of the part
   * @return {@code targetWidth * targetHeight} pixels at the beginning of an array that may be
   *     longer
   * @throws IllegalArgumentException if a size is not positive or the part reaches outside
   */
  public int[] resizePart(
      FaceImage image,
      int x,
      int y,
      int width,
      int height,
      int targetWidth,
      int targetHeight,
      Resampling how) {
    check(width, height, targetWidth, targetHeight);
    if (x < 0 || y < 0 || x > image.width() - width || y > image.height() - height) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The area x=%d, y=%d, width=%d, height=%d is not inside %s.",
              x,
              y,
              width,
              height,
              image));
    }
    int stride = image.width();
    int start = y * stride + x;
    resize(image.pixels(), start, stride, width, height, targetWidth, targetHeight, how);
    return pixels;
  }

  private void resize(
      int[] rgb,
      int start,
      int stride,
      int width,
      int height,
      int targetWidth,
      int targetHeight,
      Resampling how) {
    if (pixels.length < targetWidth * targetHeight) {
      pixels = new int[targetWidth * targetHeight];
    }
    boolean halved = width == 2 * targetWidth && height == 2 * targetHeight;
    boolean shrinks = targetWidth <= width && targetHeight <= height;
    if (halved || (how == Resampling.AREA && shrinks)) {
      ResampleWeights tx = ResampleWeights.area(width, targetWidth);
      ResampleWeights ty = ResampleWeights.area(height, targetHeight);
      reserve(targetWidth);
      for (int y = 0, read = -1; y < targetHeight; y++) {
        read = mix(rgb, start, stride, tx, ty, y, read);
        pack(y * targetWidth, targetWidth, halved);
      }
    } else if (how == Resampling.AREA) {
      ResampleWeights tx = ResampleWeights.enlarged(width, targetWidth);
      blend(rgb, start, stride, tx, ResampleWeights.enlarged(height, targetHeight));
    } else {
      ResampleWeights tx = ResampleWeights.linear(width, targetWidth);
      blend(rgb, start, stride, tx, ResampleWeights.linear(height, targetHeight));
    }
  }

  /**
   * A picture in another size by {@link Resampling#AREA}, not rounded to 8 bits.
   *
   * @param into receives red, green, blue of each pixel, row by row, 0 to 255
   * @throws IllegalArgumentException if a size is not positive
   */
  public void resize(
      int[] rgb, int width, int height, int targetWidth, int targetHeight, float[] into) {
    check(width, height, targetWidth, targetHeight);
    boolean shrinks = targetWidth <= width && targetHeight <= height;
    ResampleWeights tx =
        shrinks
            ? ResampleWeights.area(width, targetWidth)
            : ResampleWeights.enlarged(width, targetWidth);
    ResampleWeights ty =
        shrinks
            ? ResampleWeights.area(height, targetHeight)
            : ResampleWeights.enlarged(height, targetHeight);
    reserve(targetWidth);
    for (int y = 0, read = -1; y < targetHeight; y++) {
      read = mix(rgb, 0, width, tx, ty, y, read);
      System.arraycopy(sum, 0, into, y * 3 * targetWidth, 3 * targetWidth);
    }
  }

  private static void check(int width, int height, int targetWidth, int targetHeight) {
    if (Math.min(Math.min(width, height), Math.min(targetWidth, targetHeight)) < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A picture of %d x %d pixels cannot be brought to %d x %d.",
              width,
              height,
              targetWidth,
              targetHeight));
    }
  }

  private void reserve(int targetWidth) {
    if (row.length < 3 * targetWidth) {
      row = new float[3 * targetWidth];
      sum = new float[3 * targetWidth];
    }
  }

  /** One target row into {@code sum}; {@code read} is the source row that {@code row} holds. */
  private int mix(
      int[] rgb, int start, int stride, ResampleWeights tx, ResampleWeights ty, int y, int read) {
    int n = 3 * tx.first.length;
    Arrays.fill(sum, 0, n, 0);
    int held = read;
    for (int k = ty.begin[y]; k < ty.begin[y + 1]; k++) {
      int source = ty.first[y] + k - ty.begin[y];
      if (source != held) {
        gather(rgb, start + source * stride, tx);
        held = source;
      }
      float part = ty.weight[k];
      for (int i = 0; i < n; i++) {
        sum[i] += part * row[i];
      }
    }
    return held;
  }

  private void gather(int[] rgb, int start, ResampleWeights tx) {
    float[] weight = tx.weight;
    for (int x = 0, i = 0; x < tx.first.length; x++, i += 3) {
      float r = 0;
      float g = 0;
      float b = 0;
      int from = start + tx.first[x] - tx.begin[x];
      for (int k = tx.begin[x]; k < tx.begin[x + 1]; k++) {
        int p = rgb[from + k];
        float w = weight[k];
        r += w * (p >> 16 & 0xff);
        g += w * (p >> 8 & 0xff);
        b += w * (p & 0xff);
      }
      row[i] = r;
      row[i + 1] = g;
      row[i + 2] = b;
    }
  }

  /** OpenCV rounds halves to even, except in its own branch for pictures halved in size. */
  private void pack(int at, int n, boolean halved) {
    for (int x = 0, i = 0; x < n; x++, i += 3) {
      int r = halved ? (int) (sum[i] + 0.5f) : (int) Math.rint(sum[i]);
      int g = halved ? (int) (sum[i + 1] + 0.5f) : (int) Math.rint(sum[i + 1]);
      int b = halved ? (int) (sum[i + 2] + 0.5f) : (int) Math.rint(sum[i + 2]);
      pixels[at + x] = r << 16 | g << 8 | b;
    }
  }

  /** Mixes two by two neighbours in OpenCV's fixed-point arithmetic. */
  private void blend(int[] rgb, int start, int stride, ResampleWeights tx, ResampleWeights ty) {
    int tw = tx.first.length;
    if (upper.length < 3 * tw) {
      upper = new int[3 * tw];
      lower = new int[3 * tw];
    }
    int up = -1;
    int low = -1;
    for (int y = 0; y < ty.first.length; y++) {
      int first = ty.first[y];
      int second = ty.second[y];
      if (first == low) {
        int[] swap = upper;
        upper = lower;
        lower = swap;
        low = up;
        up = first;
      }
      if (first != up) {
        gatherFixed(rgb, start + first * stride, tx, upper);
        up = first;
      }
      if (second != low) {
        gatherFixed(rgb, start + second * stride, tx, lower);
        low = second;
      }
      melt(ty.fixed[y], y * tw, tw);
    }
  }

  /** One target row of two mixed rows, as OpenCV's {@code VResizeLinear} does for 8 bits. */
  private void melt(int a, int to, int tw) {
    int b = ResampleWeights.ONE - a;
    int[] s = upper;
    int[] t = lower;
    int[] out = pixels;
    for (int x = 0; x < tw; x++) {
      int red = (((a * s[x]) >> 16) + ((b * t[x]) >> 16) + 2) >> 2;
      int green = (((a * s[x + tw]) >> 16) + ((b * t[x + tw]) >> 16) + 2) >> 2;
      int blue = (((a * s[x + 2 * tw]) >> 16) + ((b * t[x + 2 * tw]) >> 16) + 2) >> 2;
      out[to + x] = red << 16 | green << 8 | blue;
    }
  }

  /**
   * A source row mixed along x: all reds, all greens, all blues, in parts of 2^7 as OpenCV cuts.
   */
  private static void gatherFixed(int[] rgb, int start, ResampleWeights tx, int[] into) {
    int[] first = tx.first;
    int[] second = tx.second;
    int[] part = tx.fixed;
    int n = first.length;
    for (int x = 0; x < n; x++) {
      int p = rgb[start + first[x]];
      int q = rgb[start + second[x]];
      int a = part[x];
      int b = ResampleWeights.ONE - a;
      into[x] = (a * (p >> 16 & 0xff) + b * (q >> 16 & 0xff)) >> 4;
      into[x + n] = (a * (p >> 8 & 0xff) + b * (q >> 8 & 0xff)) >> 4;
      into[x + 2 * n] = (a * (p & 0xff) + b * (q & 0xff)) >> 4;
    }
  }
}
