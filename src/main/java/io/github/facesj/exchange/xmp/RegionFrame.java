package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;

/**
 * The picture in whose parts areas are given, and how it lies to the picture in the photo's file.
 *
 * @param kind of picture
 * @param turn of {@link Kind#UPRIGHT}, the turn that made it of the stored picture; of {@link
 *     Kind#BEFORE}, the turn that made the stored picture of it
 */
record RegionFrame(Kind kind, Orientation turn) {

  /** Which picture was measured. */
  enum Kind {
    /** The picture as the file has it, as the Metadata Working Group says. */
    STORED,
    /** The picture that a viewer shows. */
    UPRIGHT,
    /** The picture that the file had before a program turned its pixels. */
    BEFORE
  }

  /** What the Metadata Working Group says. */
  static final RegionFrame STORED = new RegionFrame(Kind.STORED, Orientation.UPRIGHT);

  static RegionFrame upright(Orientation turn) {
    return new RegionFrame(Kind.UPRIGHT, turn);
  }

  static RegionFrame before(Orientation turn) {
    return new RegionFrame(Kind.BEFORE, turn);
  }

  boolean isUpright() {
    return kind == Kind.UPRIGHT;
  }

  /** Where an area lies in the stored picture, both in parts of the picture. */
  Box toStored(Box area) {
    return switch (kind) {
      case STORED -> area;
      case UPRIGHT -> turn.toStored(area, 1, 1);
      case BEFORE -> turn.toUpright(area, 1, 1);
    };
  }

  /** The opposite way. */
  Box ofStored(Box stored) {
    return switch (kind) {
      case STORED -> stored;
      case UPRIGHT -> turn.toUpright(stored, 1, 1);
      case BEFORE -> turn.toStored(stored, 1, 1);
    };
  }

  /** Width and height of the picture that was measured. */
  double[] size(PhotoFrame photo) {
    boolean swap = kind != Kind.STORED && turn.swapsAxes();
    return size(photo, swap);
  }

  /**
   * Width and height of the same picture turned upright, which Adobe notes where the Metadata
   * Working Group wants those of the stored one.
   *
   * @param noted how Adobe's program turned it
   */
  double[] sizeUpright(PhotoFrame photo, Orientation noted) {
    return size(photo, kind == Kind.STORED && noted.swapsAxes());
  }

  private static double[] size(PhotoFrame photo, boolean swap) {
    return swap
        ? new double[] {photo.storedHeight(), photo.storedWidth()}
        : new double[] {photo.storedWidth(), photo.storedHeight()};
  }

  /** Whether both put every area at the same place. */
  boolean isSameAs(RegionFrame other) {
    Box corner = new Box(0, 0, 0.25, 0.5);
    return toStored(corner).equals(other.toStored(corner));
  }

  /** Words that complete "in parts of ...". */
  String words() {
    return switch (kind) {
      case STORED -> "the picture as the file has it";
      case UPRIGHT -> "the picture turned upright";
      case BEFORE -> "the picture as it was before its pixels were turned";
    };
  }
}
