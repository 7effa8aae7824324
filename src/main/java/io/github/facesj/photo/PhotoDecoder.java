package io.github.facesj.photo;

import io.github.facesj.image.DisplayRange;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.format.JpegLayout;
import io.github.facesj.photo.format.PhotoFormat;
import io.github.facesj.photo.format.PhotoStream;
import io.github.facesj.run.Progress;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** The pixels of an open photo, decoded as its format needs. */
final class PhotoDecoder {

  private final ImageReader reader;
  private final PhotoFormat format;
  private final boolean lossless;
  private final long beside;
  private final Progress progress;

  /**
   * @param reader with its input
   * @param lossless whether it is a WebP without loss
   * @param beside bytes that the decoder needs beside Java's memory
   * @param progress may stop it
   */
  PhotoDecoder(
      ImageReader reader, PhotoFormat format, boolean lossless, long beside, Progress progress) {
    this.reader = reader;
    this.format = format;
    this.lossless = lossless;
    this.beside = beside;
    this.progress = progress;
  }

  /** Bytes that a picture needs at most; those beside Java's memory have to be there, too. */
  long needed(int index) throws IOException {
    long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
    return Math.max(least(index), PhotoMemory.needed(pixels, handsRowsOn(index)) + beside);
  }

  /** Bytes of Java's memory that a picture needs, however much it is reduced. */
  long least(int index) throws IOException {
    return format == PhotoFormat.WEBP && !lossless
        ? PhotoMemory.neededByWebp((long) reader.getWidth(index) * reader.getHeight(index))
        : 0;
  }

  /**
   * Whether pixels are handed on row by row. Java's own decoder of JPEG does; it is asked for grey
   * and for three colours only.
   */
  boolean handsRowsOn(int index) throws IOException {
    if (format != PhotoFormat.JPEG) {
      return false;
    }
    ImageTypeSpecifier raw = reader.getRawImageType(index);
    return raw != null && (raw.getNumBands() == 1 || raw.getNumBands() == 3);
  }

  /** Whether a page is CMYK, and no profile says what its colours look like. */
  boolean hasOffColours(int index) throws IOException {
    return switch (format) {
      case JPEG -> {
        ImageTypeSpecifier raw = reader.getRawImageType(index);
        yield (raw == null || raw.getNumBands() > 3)
            && !JpegLayout.hasProfile((PhotoStream) reader.getInput());
      }
      case TIFF -> PhotoMetadata.isCmykWithoutProfile(reader, index);
      default -> false;
    };
  }

  /**
   * A picture of the file, upright.
   *
   * @param index of the decoder
   * @param reduction 1 for its own size, 2 for a half, and so on
   */
  FaceImage picture(int index, Orientation orientation, int reduction) throws IOException {
    if (handsRowsOn(index)) {
      return byRows(index, orientation, reduction);
    }
    Optional<DisplayRange> range =
        format == PhotoFormat.TIFF ? PhotoMetadata.displayRange(reader, index) : Optional.empty();
    BufferedImage decoded = decode(index, reduction);
    boolean transparent = format != PhotoFormat.TIFF || PhotoMetadata.hasAlpha(reader, index);
    int[] rgb = RasterPixels.rgb(decoded, range, transparent, progress);
    return orientation.upright(FaceImage.of(decoded.getWidth(), decoded.getHeight(), rgb));
  }

  private FaceImage byRows(int index, Orientation orientation, int reduction) throws IOException {
    int width = reader.getWidth(index);
    int height = reader.getHeight(index);
    ColorModel colours = reader.getImageTypes(index).next().getColorModel();
    int bands = colours.getNumComponents();
    UprightRows rows = new UprightRows(width, height, bands, orientation, reduction);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setDestination(RowRaster.picture(width, height, colours, rows));
    decode(reader, index, param);
    return rows.picture();
  }

  private BufferedImage decode(int index, int reduction) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(reduction, reduction, 0, 0);
    ImageTypeSpecifier raw = reader.getRawImageType(index);
    switch (format) {
      case WEBP -> {
        // Colours as they are stored: another type would be converted by the file's profile.
        param.setDestinationType(raw);
        if (lossless) {
          return decodeLosslessWebp(index, raw, reduction);
        }
      }
      case JPEG -> {
        if (raw == null || raw.getNumBands() > 3) {
          return decodeCmyk(index, reduction);
        }
      }
      case TIFF -> {
        if (raw != null && raw.getSampleModel().getDataType() == DataBuffer.TYPE_FLOAT) {
          // As a picture the reader would cut the values to 0..1.
          DecoderWatch watch = new DecoderWatch(reader, progress);
          // It does not reduce values, so that is done here.
          WritableRaster values =
              (WritableRaster) reader.readRaster(index, reader.getDefaultReadParam());
          watch.requireWhole();
          return new BufferedImage(raw.getColorModel(), reduced(values, reduction), false, null);
        }
      }
      default -> {
        // read as it is
      }
    }
    return decode(reader, index, param);
  }

  /** Every n-th value of every n-th row; the same for 1. */
  private static WritableRaster reduced(WritableRaster values, int n) {
    if (n == 1) {
      return values;
    }
    int width = (values.getWidth() + n - 1) / n;
    int height = (values.getHeight() + n - 1) / n;
    WritableRaster small = values.createCompatibleWritableRaster(width, height);
    Object value = null;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        value = values.getDataElements(n * x, n * y, value);
        small.setDataElements(x, y, value);
      }
    }
    return small;
  }

  /** Its decoder makes the picture in its own size in any case. */
  private BufferedImage decodeLosslessWebp(int index, ImageTypeSpecifier raw, int reduction)
      throws IOException {
    WebpRaster pixels =
        WebpRaster.of(reader.getWidth(index), reader.getHeight(index), raw.getNumBands(), progress);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setDestination(new BufferedImage(raw.getColorModel(), pixels, false, null));
    decode(reader, index, param);
    return new BufferedImage(raw.getColorModel(), pixels.reduced(reduction), false, null);
  }

  private BufferedImage decodeCmyk(int index, int reduction) throws IOException {
    ImageReader cmyk = PhotoFormat.cmykJpegReader();
    try {
      ImageInputStream in = (ImageInputStream) reader.getInput();
      in.seek(0);
      cmyk.setInput(in);
      ImageReadParam param = cmyk.getDefaultReadParam();
      param.setSourceSubsampling(reduction, reduction, 0, 0);
      return decode(cmyk, index, param);
    } finally {
      cmyk.dispose();
    }
  }

  private BufferedImage decode(ImageReader decoder, int index, ImageReadParam param)
      throws IOException {
    DecoderWatch watch = new DecoderWatch(decoder, progress);
    BufferedImage image = decoder.read(index, param);
    watch.requireWhole();
    return image;
  }
}
