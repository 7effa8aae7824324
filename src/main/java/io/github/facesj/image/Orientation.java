package io.github.facesj.image;

import io.github.facesj.face.Box;

/**
 * How a stored picture must be turned to stand upright: the eight values of the EXIF tag 0x0112
 * (CIPA DC-008). Maps between the stored and the upright frame in both directions.
 */
public enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  MIRRORED_UPSIDE_DOWN(false, false, true),
  TRANSPOSED(true, false, false),
  TURN_RIGHT(true, true, false),
  TRANSVERSED(true, true, true),
  TURN_LEFT(true, false, true);

  private final boolean swap;
  private final boolean flipX;
  private final boolean flipY;

  /** Upright = the stored picture, axes swapped if {@code swap}, then flipped in x and in y. */
  Orientation(boolean swap, boolean flipX, boolean flipY) {
    this.swap = swap;
    this.flipX = flipX;
    this.flipY = flipY;
  }

  /** The orientation for an EXIF value; anything but 2 to 8 is upright, as viewers treat it. */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /** The EXIF value, 1 to 8. */
  public int exif() {
    return ordinal() + 1;
  }

  /** Whether width and height change places. */
  public boolean swapsAxes() {
    return swap;
  }

  /** The upright picture of a stored one. */
  public FaceImage upright(FaceImage stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int w = stored.width();
    int h = stored.height();
    int[] row = new int[w];
    int[] to = new int[stored.pixels().length];
    for (int y = 0; y < h; y++) {
      System.arraycopy(stored.pixels(), y * w, row, 0, w);
      place(row, y, w, h, to);
    }
    return FaceImage.of(swap ? h : w, swap ? w : h, to, this);
  }

  /**
   * Puts a row of the stored picture where it belongs in the upright one.
   *
   * @param row its first {@code width} numbers are the row's pixels
   * @param y 0-based row
   * @param width of the stored picture
   * @param height of the stored picture
   * @param upright all pixels of the upright picture
   */
  public void place(int[] row, int y, int width, int height, int[] upright) {
    if (swap) {
      int column = flipX ? height - 1 - y : y;
      int at = (flipY ? (width - 1) * height : 0) + column;
      int step = flipY ? -height : height;
      for (int x = 0; x < width; x++, at += step) {
        upright[at] = row[x];
      }
      return;
    }
    int start = (flipY ? height - 1 - y : y) * width;
    if (!flipX) {
      System.arraycopy(row, 0, upright, start, width);
      return;
    }
    for (int x = 0, at = start + width - 1; x < width; x++, at--) {
      upright[at] = row[x];
    }
  }

  /**
   * Where a box of the upright picture lies in the stored one.
   *
   * @param width width of the upright picture
   * @param height height of the upright picture
   */
  public Box toStored(Box box, int width, int height) {
    double x = flipX ? width - box.right() : box.x();
    double y = flipY ? height - box.bottom() : box.y();
    return swap
        ? new Box(y, x, box.height(), box.width())
        : new Box(x, y, box.width(), box.height());
  }

  /**
   * Where a box of the stored picture lies in the upright one.
   *
   * @param width width of the upright picture
   * @param height height of the upright picture
   */
  public Box toUpright(Box box, int width, int height) {
    Box b = swap ? new Box(box.y(), box.x(), box.height(), box.width()) : box;
    double x = flipX ? width - b.right() : b.x();
    double y = flipY ? height - b.bottom() : b.y();
    return new Box(x, y, b.width(), b.height());
  }
}
