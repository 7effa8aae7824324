package io.github.facesj.image;

import io.github.facesj.api.PublicApi;
import java.util.Locale;

/**
 * Which values of a picture are shown black and white, where it has more than the eye can see. The
 * arithmetic is ImageJ's own ({@code ij.process.ShortProcessor}, {@code FloatProcessor} and {@code
 * ImageProcessor} 1.54p, written anew), so that what a detector sees is what the window shows, and
 * a file gives the same pixels as the image that ImageJ opens from it.
 *
 * @param min the value shown black, and all below it
 * @param max the value shown white, and all above it
 */
@PublicApi
public record DisplayRange(double min, double max) {

  /**
   * @throws IllegalArgumentException if a bound is not finite or the lower one is the greater
   */
  public DisplayRange {
    if (!Double.isFinite(min) || !Double.isFinite(max) || min > max) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A display range needs two finite numbers in order, but got %s to %s.",
              min,
              max));
    }
  }

  /** From the smallest to the largest value of unsigned 16-bit pixels. */
  public static DisplayRange ofValues(short[] values) {
    int min = 0xffff;
    int max = 0;
    for (short s : values) {
      int v = s & 0xffff;
      min = Math.min(min, v);
      max = Math.max(max, v);
    }
    return min > max ? new DisplayRange(0, 0) : new DisplayRange(min, max);
  }

  /** From the smallest to the largest finite value; 0 to 0 where none is finite. */
  public static DisplayRange ofValues(float[] values) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float v : values) {
      if (Float.isFinite(v)) {
        min = Math.min(min, v);
        max = Math.max(max, v);
      }
    }
    return min > max ? new DisplayRange(0, 0) : new DisplayRange(min, max);
  }

  /** The levels, 0 to 255, at which unsigned 8-bit values are shown. */
  public byte[] levels(byte[] values) {
    byte[] table = new byte[256];
    long low = Math.round(min);
    for (int v = 0; v < 256; v++) {
      int level = v < min ? 0 : v > max ? 255 : (int) (256.0 * (v - low) / (max - min));
      table[v] = (byte) Math.max(0, Math.min(255, level));
    }
    byte[] levels = new byte[values.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = table[values[i] & 0xff];
    }
    return levels;
  }

  /** The levels, 0 to 255, at which unsigned 16-bit values are shown. */
  public byte[] levels(short[] values) {
    int low = (int) Math.round(min);
    double scale = 256.0 / ((int) Math.round(max) - low + 1);
    byte[] levels = new byte[values.length];
    for (int i = 0; i < levels.length; i++) {
      int v = Math.max(0, (values[i] & 0xffff) - low);
      levels[i] = (byte) Math.min(255, (int) (v * scale + 0.5));
    }
    return levels;
  }

  /** The levels, 0 to 255, at which float values are shown; NaN is shown black. */
  public byte[] levels(float[] values) {
    double low = (float) min;
    double scale = 255.0 / ((float) max - low);
    byte[] levels = new byte[values.length];
    for (int i = 0; i < levels.length; i++) {
      double v = Math.max(0, values[i] - low);
      levels[i] = (byte) Math.min(255, (int) (v * scale + 0.5));
    }
    return levels;
  }
}
