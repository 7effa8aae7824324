package io.github.facesj.photo;

import io.github.facesj.image.Pyramid;
import io.github.facesj.run.ResourceBudget;

/**
 * What photos need of Java's memory, known from their size before a pixel is read.
 *
 * <p>A photo held upright needs four bytes for each pixel, and a third more for its halved copies,
 * from which faces are cut ({@link Pyramid}). What looking at it needs besides does not grow with
 * it.
 */
public final class PhotoMemory {

  /** Pixels of the largest photo that is read at all, reduced if need be. */
  static final long MAX_STORED = 700_000_000;

  private static final double BYTES_PER_PIXEL = 4 * 4 / 3.0;

  /**
   * Bytes for each pixel at the peak of reading a file whose decoder makes a picture of its own
   * first: decoded samples, levels, result, turned.
   */
  private static final double DECODED_BYTES_PER_PIXEL = 12;

  /**
   * The same of a WebP with loss, whose decoder holds what it has read of the whole picture besides
   * (24 million pixels need 600 to 900 MB).
   */
  private static final double WEBP_BYTES_PER_PIXEL = 38;

  /** Share of Java's memory that is for photos; the rest is for what is made of them. */
  private static final double SHARE = 0.625;

  /** The room of all runs of this Java: two at once have no more memory than one. */
  private static final ResourceBudget ROOM = new ResourceBudget(room());

  private PhotoMemory() {}

  /** Where photos of all runs wait until there is memory for them. */
  public static ResourceBudget waitingRoom() {
    return ROOM;
  }

  /** Bytes of Java's memory that photos may take together. */
  public static long room() {
    return (long) (SHARE * Runtime.getRuntime().maxMemory());
  }

  /** What the decoder of a WebP with loss needs, also where the picture is reduced. */
  static long neededByWebp(long pixels) {
    return (long) (WEBP_BYTES_PER_PIXEL * pixels);
  }

  /**
   * Bytes that a photo needs at most while it is read and looked at.
   *
   * @param byRows whether its decoder hands its rows on
   */
  static long needed(long pixels, boolean byRows) {
    return (long) ((byRows ? BYTES_PER_PIXEL : DECODED_BYTES_PER_PIXEL) * pixels);
  }

  /**
   * How many times smaller a photo has to be so that it can be read within a room.
   *
   * @param byRows whether its decoder hands its rows on
   */
  static int reduction(long pixels, boolean byRows, long room) {
    double ratio = needed(pixels, byRows) / (double) room;
    return (int) Math.max(1, Math.ceil(Math.sqrt(ratio)));
  }
}
