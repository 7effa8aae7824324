package io.github.facesj.photo;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/**
 * A picture that keeps no pixels: a decoder writes its rows into it, and each is handed on. So a
 * photo of any size is decoded with the memory of one row. For decoders that write whole rows from
 * top to bottom, as Java's own for JPEG does.
 */
final class RowRaster extends WritableRaster {

  /** Receives the rows. */
  @FunctionalInterface
  interface Rows {
    /**
     * @param y 0-based row; one may come again, with those below it, in a better quality
     * @param samples of 8 bits, band by band for each pixel; valid until the call returns
     */
    void accept(int y, int[] samples);
  }

  private final Rows rows;
  private final int[] samples;

  private RowRaster(int width, int height, int bands, Rows rows) {
    super(
        new PixelInterleavedSampleModel(
            DataBuffer.TYPE_BYTE,
            width,
            height,
            bands,
            Math.multiplyExact(bands, width),
            IntStream.range(0, bands).toArray()),
        new DataBufferByte(1),
        new Point());
    this.rows = rows;
    this.samples = new int[bands * width];
  }

  /** A picture to decode into. */
  static BufferedImage picture(int width, int height, ColorModel colours, Rows rows) {
    RowRaster raster = new RowRaster(width, height, colours.getNumComponents(), rows);
    return new BufferedImage(colours, raster, false, null);
  }

  @Override
  public void setRect(int dx, int dy, Raster source) {
    for (int y = 0; y < source.getHeight(); y++) {
      int row = source.getMinY() + y;
      source.getPixels(source.getMinX(), row, source.getWidth(), 1, samples);
      rows.accept(dy + row, samples);
    }
  }
}
