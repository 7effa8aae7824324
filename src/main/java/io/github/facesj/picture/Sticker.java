package io.github.facesj.picture;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Similarity;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture with transparent parts, to be laid on others. It is kept with its halved copies, red,
 * green and blue times alpha, so that it stays smooth when it is made smaller, and its edges do not
 * take on the colour of what cannot be seen.
 */
public final class Sticker {

  /** Largest number of pixels; a sticker has no use for more. */
  private static final long MOST = 50_000_000;

  /** Red, green, blue times alpha, and alpha, from 0 to 1, one after the other for each pixel. */
  private record Level(int width, int height, float[] values) {

    /** Means of 2 x 2 pixels, the last of an odd number with transparent ones. */
    Level halved() {
      int w = (width + 1) / 2;
      int h = (height + 1) / 2;
      float[] half = new float[4 * w * h];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          for (int c = 0; c < 4; c++) {
            half[4 * (y / 2 * w + x / 2) + c] += values[4 * (y * width + x) + c] / 4;
          }
        }
      }
      return new Level(w, h, half);
    }

    float at(int x, int y, int c) {
      return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[4 * (y * width + x) + c];
    }
  }

  private final List<Level> levels = new ArrayList<>();

  private Sticker(Level picture) {
    Level level = picture;
    levels.add(level);
    while (level.width() > 1 || level.height() > 1) {
      level = level.halved();
      levels.add(level);
    }
  }

  /**
   * @param argb {@code 0xAARRGGBB}, row by row
   */
  public static Sticker of(int width, int height, int[] argb) {
    if (width < 1 || height < 1 || (long) width * height != argb.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A picture of %d x %d pixels cannot have %d values.",
              width,
              height,
              argb.length));
    }
    float[] values = new float[4 * argb.length];
    for (int i = 0; i < argb.length; i++) {
      float alpha = (argb[i] >>> 24) / 255f;
      for (int c = 0; c < 3; c++) {
        values[4 * i + c] = (argb[i] >> (16 - 8 * c) & 255) / 255f * alpha;
      }
      values[4 * i + 3] = alpha;
    }
    return new Sticker(new Level(width, height, values));
  }

  /**
   * Reads a PNG, or another picture that Java can read; without transparency it is a rectangle.
   *
   * @throws FacesException if it cannot be read, with what to do
   */
  public static Sticker read(Path file) throws FacesException {
    if (!Files.isRegularFile(file)) {
      throw new FacesException(
          String.format(Locale.ROOT, "There is no picture %s. Check its name.", file));
    }
    try (InputStream bytes = Files.newInputStream(file);
        ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("it is of no kind that is known");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST) {
          throw new IOException(
              String.format(
                  Locale.ROOT, "it has %d x %d pixels, which is too much", width, height));
        }
        BufferedImage image = reader.read(0);
        return of(width, height, image.getRGB(0, 0, width, height, null, 0, width));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The picture %s cannot be read (%s). Save it as PNG, with transparent parts where the"
                  + " face is to be seen.",
              file,
              Reason.of(e)),
          e);
    }
  }

  public int width() {
    return levels.get(0).width();
  }

  public int height() {
    return levels.get(0).height();
  }

  /**
   * Lays the picture on pixels.
   *
   * @param photo its size
   * @param rgb its pixels, which are changed
   * @param toPhoto brings this picture, counted from its corner, onto the photo
   * @param opacity 0 to 1; 1 for as it is
   */
  void lay(FaceImage photo, int[] rgb, Similarity toPhoto, double opacity) {
    int number = 0;
    while (number < levels.size() - 1 && toPhoto.scale() * (1 << (number + 1)) <= 1) {
      number++;
    }
    Level level = levels.get(number);
    double size = 1 << number;
    Similarity back = toPhoto.inverse().then(Similarity.scaleThenMove(1 / size, 0, 0));
    Area area = Area.of(Corners.bounds(toPhoto, width(), height()), photo.width(), photo.height());
    float[] colour = new float[4];
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        sample(level, back.x(x + 0.5, y + 0.5) - 0.5, back.y(x + 0.5, y + 0.5) - 0.5, colour);
        if (colour[3] > 0) {
          int i = y * photo.width() + x;
          rgb[i] = over(rgb[i], colour, opacity);
        }
      }
    }
  }

  private static void sample(Level level, double x, double y, float[] colour) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    float fx = (float) (x - x0);
    float fy = (float) (y - y0);
    for (int c = 0; c < 4; c++) {
      float upper = level.at(x0, y0, c) * (1 - fx) + level.at(x0 + 1, y0, c) * fx;
      float lower = level.at(x0, y0 + 1, c) * (1 - fx) + level.at(x0 + 1, y0 + 1, c) * fx;
      colour[c] = upper * (1 - fy) + lower * fy;
    }
  }

  private static int over(int below, float[] colour, double opacity) {
    int mixed = 0;
    for (int c = 0; c < 3; c++) {
      int shift = 16 - 8 * c;
      double value = (below >> shift & 255) * (1 - colour[3] * opacity) + 255 * colour[c] * opacity;
      mixed |= (int) Math.round(Math.max(0, Math.min(255, value))) << shift;
    }
    return mixed;
  }
}
