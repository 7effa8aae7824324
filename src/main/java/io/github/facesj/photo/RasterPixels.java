package io.github.facesj.photo;

import io.github.facesj.image.DisplayRange;
import io.github.facesj.run.Progress;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.InterruptedIOException;
import java.util.Optional;

/**
 * Decoded pictures of any kind as 8-bit RGB. Grey and RGB values are taken as they are stored,
 * without colour management, as OpenCV and with it every trainer of face networks does; CMYK and
 * other colour spaces go through their profile. What is transparent is laid on white.
 */
final class RasterPixels {

  private static final int ROWS_BETWEEN = 64;

  private final BufferedImage image;
  private final Progress progress;
  private final Raster raster;
  private final int width;
  private final int height;
  private final int colours;
  private final boolean alpha;

  private RasterPixels(BufferedImage image, boolean transparent, Progress progress) {
    this.progress = progress;
    this.alpha = transparent && image.getColorModel().hasAlpha();
    if (alpha && image.isAlphaPremultiplied()) {
      image.coerceData(false);
    }
    this.image = image;
    this.raster = image.getRaster();
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.colours = image.getColorModel().getNumColorComponents();
  }

  /**
   * @param stored the display range the file asks for; without one, values of more than 8 bits are
   *     shown from the smallest to the largest, all channels alike
   * @param transparent whether what the decoder took for transparency is that
   * @param progress may stop it
   * @throws InterruptedIOException if it was stopped
   */
  static int[] rgb(
      BufferedImage image, Optional<DisplayRange> stored, boolean transparent, Progress progress)
      throws InterruptedIOException {
    return new RasterPixels(image, transparent, progress).rgb(stored);
  }

  private void requireGoing(int row) throws InterruptedIOException {
    if (row % ROWS_BETWEEN == 0 && progress.isCanceled()) {
      throw new InterruptedIOException();
    }
  }

  private int[] rgb(Optional<DisplayRange> stored) throws InterruptedIOException {
    ColorModel model = image.getColorModel();
    int space = model.getColorSpace().getType();
    boolean plain = space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB;
    if (model instanceof IndexColorModel || !plain) {
      return managed();
    }
    SampleModel samples = raster.getSampleModel();
    int type = samples.getDataType();
    if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
      return floats(stored);
    }
    int bits = samples.getSampleSize(0);
    if (bits > 16) {
      return floats(stored);
    }
    return bits > 8 ? shorts(stored) : bytes(bits, stored);
  }

  private int[] managed() throws InterruptedIOException {
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      requireGoing(y);
      image.getRGB(0, y, width, 1, argb, y * width, width);
    }
    for (int i = 0; i < argb.length; i++) {
      int a = argb[i] >>> 24;
      argb[i] = pixel(argb[i] >> 16 & 255, argb[i] >> 8 & 255, argb[i] & 255, a);
    }
    return argb;
  }

  /** Values of the whole range of their type, such as 8 bits or the 5 of a small BMP. */
  private int[] bytes(int bits, Optional<DisplayRange> stored) throws InterruptedIOException {
    int bands = raster.getNumBands();
    SampleModel samples = raster.getSampleModel();
    int[] max = new int[bands];
    for (int b = 0; b < bands; b++) {
      max[b] = (1 << samples.getSampleSize(b)) - 1;
    }
    int[] rgb = new int[width * height];
    int[] row = new int[width * bands];
    for (int y = 0, i = 0; y < height; y++) {
      requireGoing(y);
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int p = 0; p < row.length; p += bands, i++) {
        int r = level(row[p], max[0]);
        int g = colours < 3 ? r : level(row[p + 1], max[1]);
        int b = colours < 3 ? r : level(row[p + 2], max[2]);
        rgb[i] = pixel(r, g, b, alpha ? level(row[p + colours], max[colours]) : 255);
      }
    }
    if (stored.isPresent() && bits == 8 && colours == 1) {
      byte[] grey = new byte[rgb.length];
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (byte) rgb[i];
      }
      byte[] shown = stored.get().levels(grey);
      for (int i = 0; i < rgb.length; i++) {
        int v = shown[i] & 0xff;
        rgb[i] = pixel(v, v, v, 255);
      }
    }
    return rgb;
  }

  private int[] shorts(Optional<DisplayRange> stored) throws InterruptedIOException {
    int bands = raster.getNumBands();
    boolean signed = raster.getSampleModel().getDataType() == DataBuffer.TYPE_SHORT;
    short[] values = new short[width * height * colours];
    byte[] alphas = new byte[alpha ? width * height : 0];
    int[] row = new int[width * bands];
    for (int y = 0, i = 0, a = 0; y < height; y++) {
      requireGoing(y);
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int p = 0; p < row.length; p += bands) {
        for (int c = 0; c < colours; c++) {
          values[i++] = (short) (signed ? row[p + c] + 32768 : row[p + c]);
        }
        if (alpha) {
          alphas[a++] = (byte) level(row[p + colours], 0xffff);
        }
      }
    }
    DisplayRange range = stored.orElseGet(() -> DisplayRange.ofValues(values));
    return pixels(range.levels(values), alphas);
  }

  private int[] floats(Optional<DisplayRange> stored) throws InterruptedIOException {
    int bands = raster.getNumBands();
    float[] values = new float[width * height * colours];
    float[] row = new float[width * bands];
    for (int y = 0, i = 0; y < height; y++) {
      requireGoing(y);
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int p = 0; p < row.length; p += bands) {
        for (int c = 0; c < colours; c++) {
          values[i++] = row[p + c];
        }
      }
    }
    DisplayRange range = stored.orElseGet(() -> DisplayRange.ofValues(values));
    return pixels(range.levels(values), new byte[0]);
  }

  private int[] pixels(byte[] levels, byte[] alphas) {
    int[] rgb = new int[width * height];
    for (int i = 0, p = 0; i < rgb.length; i++, p += colours) {
      int r = levels[p] & 0xff;
      int g = colours < 3 ? r : levels[p + 1] & 0xff;
      int b = colours < 3 ? r : levels[p + 2] & 0xff;
      rgb[i] = pixel(r, g, b, alphas.length == 0 ? 255 : alphas[i] & 0xff);
    }
    return rgb;
  }

  private static int level(int value, int max) {
    return max == 255 ? value : (int) ((value * 255L + max / 2) / max);
  }

  /** A pixel laid on white; the highest byte is set, as ImageJ's colour images have it. */
  private static int pixel(int r, int g, int b, int a) {
    if (a == 255) {
      return 0xff000000 | r << 16 | g << 8 | b;
    }
    int white = 255 * (255 - a) + 127;
    return 0xff000000
        | ((r * a + white) / 255) << 16
        | ((g * a + white) / 255) << 8
        | (b * a + white) / 255;
  }
}
