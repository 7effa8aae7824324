package io.github.facesj.photo;

import io.github.facesj.run.Progress;
import java.awt.Point;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/**
 * The pixels of a lossless WebP while it is decoded. Its decoder fetches and puts each pixel
 * several times (its predictors and colour transforms work in place), tells no rows, and needs no
 * bytes of the file for that: this is where it can be stopped. It puts four bytes at a time, red,
 * green, blue and alpha, which takes a third of the time of Java's own raster.
 */
final class WebpRaster extends WritableRaster {

  private static final int BYTES = 4;

  /** Pixels put without a question, some milliseconds of decoding. */
  private static final int PIXELS_BETWEEN = 1 << 18;

  private final byte[] bytes;
  private final int stride;
  private final Progress progress;
  private int put;

  private WebpRaster(
      int width, int height, int bands, int stride, DataBufferByte pixels, Progress progress) {
    super(
        new PixelInterleavedSampleModel(
            pixels.getDataType(),
            width,
            height,
            BYTES,
            stride,
            IntStream.range(0, bands).toArray()),
        pixels,
        new Point());
    this.bytes = pixels.getData();
    this.stride = stride;
    this.progress = progress;
  }

  /**
   * @param bands 3, or 4 with alpha; there is room for four in any case
   * @param progress asked while pixels are put; if it stops that, an {@link UncheckedIOException}
   *     is thrown
   */
  static WebpRaster of(int width, int height, int bands, Progress progress) {
    int stride = Math.multiplyExact(BYTES, width);
    DataBufferByte pixels = new DataBufferByte(Math.multiplyExact(stride, height));
    return new WebpRaster(width, height, bands, stride, pixels, progress);
  }

  /** Every n-th pixel of every n-th row; the same for 1. */
  WebpRaster reduced(int n) {
    if (n == 1) {
      return this;
    }
    WebpRaster small = of((width + n - 1) / n, (height + n - 1) / n, numBands, progress);
    byte[] pixel = new byte[BYTES];
    for (int y = 0; y < small.height; y++) {
      for (int x = 0; x < small.width; x++) {
        small.setDataElements(x, y, getDataElements(n * x, n * y, pixel));
      }
    }
    return small;
  }

  @Override
  public Object getDataElements(int x, int y, Object out) {
    byte[] pixel = out == null ? new byte[BYTES] : (byte[]) out;
    int at = at(x, y);
    pixel[0] = bytes[at];
    pixel[1] = bytes[at + 1];
    pixel[2] = bytes[at + 2];
    pixel[3] = bytes[at + 3];
    return pixel;
  }

  @Override
  public void setDataElements(int x, int y, Object in) {
    byte[] pixel = (byte[]) in;
    int at = at(x, y);
    bytes[at] = pixel[0];
    bytes[at + 1] = pixel[1];
    bytes[at + 2] = pixel[2];
    bytes[at + 3] = pixel[3];
    if (++put % PIXELS_BETWEEN == 0 && progress.isCanceled()) {
      throw new UncheckedIOException(new InterruptedIOException());
    }
  }

  /** Broken files point outside. */
  private int at(int x, int y) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      throw new ArrayIndexOutOfBoundsException("a pixel outside the picture");
    }
    return y * stride + x * BYTES;
  }

  /** The decoder asks for the whole, or for the columns in which packed pixels lie. */
  @Override
  public WritableRaster createWritableChild(
      int x, int y, int w, int h, int childX, int childY, int[] bands) {
    if (x == 0 && y == 0 && childX == 0 && childY == 0 && h == height && bands == null) {
      return w == width
          ? this
          : new WebpRaster(w, h, numBands, stride, (DataBufferByte) dataBuffer, progress);
    }
    return super.createWritableChild(x, y, w, h, childX, childY, bands);
  }
}
