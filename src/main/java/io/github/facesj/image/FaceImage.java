package io.github.facesj.image;

import io.github.facesj.api.Internal;
import io.github.facesj.api.PublicApi;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An upright picture of 8-bit RGB, and how it was turned to get upright. Every stage reads its
 * pixels from here.
 *
 * <p>The pixels are one {@code int} each, {@code 0xRRGGBB}, row by row: the layout of ImageJ's RGB
 * images, so that such an image is wrapped without a copy. Whoever hands pixels over must not
 * change them while the image is in use.
 */
@PublicApi
public final class FaceImage {

  private final int width;
  private final int height;
  private final int[] rgb;
  private final Orientation orientation;

  private FaceImage(int width, int height, int[] rgb, Orientation orientation) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    this.orientation = orientation;
  }

  /**
   * Wraps pixels that are upright as they are.
   *
   * @param rgb {@code 0xRRGGBB}, row by row, not copied; the highest byte is ignored
   * @throws IllegalArgumentException if the size is not positive or does not fit the pixels
   */
  public static FaceImage of(int width, int height, int[] rgb) {
    return of(width, height, rgb, Orientation.UPRIGHT);
  }

  /** Wraps pixels that were turned upright from a picture stored in another orientation. */
  @Internal
  public static FaceImage of(int width, int height, int[] rgb, Orientation orientation) {
    if (width <= 0 || height <= 0 || (long) width * height != rgb.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "An image of %d x %d pixels cannot have %d values.",
              width,
              height,
              rgb.length));
    }
    return new FaceImage(width, height, rgb, orientation);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** How the stored picture was turned to become this one. */
  @Internal
  public Orientation orientation() {
    return orientation;
  }

  /** The pixels themselves, {@code 0xRRGGBB} row by row: to read, never to write. */
  public int[] pixels() {
    return rgb;
  }

  /**
   * A part of the image, copied.
   *
   * @throws IllegalArgumentException if the part is empty or reaches outside the image
   */
  public FaceImage crop(int x, int y, int w, int h) {
    if (w <= 0 || h <= 0 || x < 0 || y < 0 || x > width - w || y > height - h) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The area x=%d, y=%d, width=%d, height=%d is empty or not inside the image of %d x"
                  + " %d.",
              x,
              y,
              w,
              h,
              width,
              height));
    }
    int[] part = new int[w * h];
    for (int row = 0; row < h; row++) {
      System.arraycopy(rgb, (y + row) * width + x, part, row * w, w);
    }
    return of(w, h, part);
  }

  /** Same size and same colours; the orientation it came from does not count. */
  @Override
  public boolean equals(Object o) {
    return o instanceof FaceImage i
        && i.width == width
        && i.height == height
        && IntStream.range(0, rgb.length).allMatch(p -> ((i.rgb[p] ^ rgb[p]) & 0xffffff) == 0);
  }

  @Override
  public int hashCode() {
    return Arrays.stream(rgb).map(p -> p & 0xffffff).reduce(width, (h, p) -> 31 * h + p);
  }

  @Override
  public String toString() {
    return "FaceImage[" + width + " x " + height + "]";
  }
}
