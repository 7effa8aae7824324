package io.github.facesj.photo;

import io.github.facesj.face.Box;
import io.github.facesj.image.Orientation;
import java.util.Locale;

/**
 * Size of a picture, and how it is stored: what is needed to carry boxes between the upright
 * picture and the file, without its pixels.
 *
 * @param width of the upright picture in pixels
 * @param height of the upright picture in pixels
 * @param orientation how the stored picture is turned to stand upright
 */
public record PhotoFrame(int width, int height, Orientation orientation) {

  /**
   * @throws IllegalArgumentException if a side is not positive
   */
  public PhotoFrame {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "A picture has at least one pixel, but got %d x %d.", width, height));
    }
  }

  /** The frame of a picture as it is stored. */
  public static PhotoFrame ofStored(int width, int height, Orientation orientation) {
    return orientation.swapsAxes()
        ? new PhotoFrame(height, width, orientation)
        : new PhotoFrame(width, height, orientation);
  }

  /** Width of the picture as it is stored. */
  public int storedWidth() {
    return orientation.swapsAxes() ? height : width;
  }

  /** Height of the picture as it is stored. */
  public int storedHeight() {
    return orientation.swapsAxes() ? width : height;
  }

  /** Where a box of the upright picture lies in the stored one. */
  public Box toStored(Box box) {
    return orientation.toStored(box, width, height);
  }

  /** Where a box of the stored picture lies in the upright one. */
  public Box toUpright(Box box) {
    return orientation.toUpright(box, width, height);
  }
}
