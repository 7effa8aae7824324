package io.github.facesj.align;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.Similarity;

/**
 * A square about the centre of the box, for networks that take faces as they stand.
 *
 * @param size pixels of the crop
 * @param side which side of the box is the square's
 * @param margin what is added to that side, as a share of it; 0 adds nothing
 */
public record SquareCrop(int size, Side side, double margin) implements Alignment {

  /** Which side of the box a square takes. */
  public enum Side {
    HEIGHT,
    WIDTH,
    LONGER,
    SHORTER
  }

  /**
   * FaceNet's crop of 160 x 160. Its repository cuts MTCNN boxes with 32 pixels added to crops of
   * 160 (davidsandberg/facenet, align_dataset_mtcnn.py, README), that is a fifth.
   */
  public static final SquareCrop FACENET = new SquareCrop(160, Side.HEIGHT, 0.2);

  /**
   * @throws IllegalArgumentException if the size is not positive or the margin is not between 0 and
   *     10
   */
  public SquareCrop {
    if (size < 1) {
      throw new IllegalArgumentException(
          "The size of a crop must be at least 1 pixel, but was " + size + ".");
    }
    if (!(margin >= 0 && margin <= 10)) {
      throw new IllegalArgumentException(
          "The margin of a crop must be between 0 and 10, but was " + margin + ".");
    }
  }

  @Override
  public int width() {
    return size;
  }

  @Override
  public int height() {
    return size;
  }

  /** The square that is cut, in pixels of the photo. */
  public Box square(Box box) {
    double length =
        switch (side) {
          case HEIGHT -> box.height();
          case WIDTH -> box.width();
          case LONGER -> Math.max(box.width(), box.height());
          case SHORTER -> Math.min(box.width(), box.height());
        };
    if (!(length > 0)) {
      throw new IllegalArgumentException("The box of a face is empty, so it has no crop: " + box);
    }
    return box.square(length * (1 + margin));
  }

  @Override
  public Similarity of(Face face) {
    return ofSquare(square(face.box()), size);
  }

  /**
   * Brings a square of the photo onto a whole crop: edges onto edges, hence the half pixels between
   * edges and the pixel indices that {@link io.github.facesj.image.Warp} speaks of.
   */
  public static Similarity ofSquare(Box square, int size) {
    double scale = size / square.width();
    return Similarity.scaleThenMove(
        scale, (0.5 - square.x()) * scale - 0.5, (0.5 - square.y()) * scale - 0.5);
  }
}
