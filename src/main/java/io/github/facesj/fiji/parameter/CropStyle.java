package io.github.facesj.fiji.parameter;

import io.github.facesj.align.Alignment;
import io.github.facesj.align.SquareCrop;
import io.github.facesj.align.Template;
import java.util.Locale;
import java.util.Optional;

/** How faces are cut out. */
public enum CropStyle {
  /** Eyes, nose and mouth in the places of the ArcFace crop, 112 x 112 unless asked otherwise. */
  ARCFACE {
    @Override
    Alignment alignment(int size, double margin) {
      return Template.ARCFACE.scaled(size, size);
    }

    @Override
    int usual() {
      return Template.ARCFACE.height();
    }
  },
  /** In the places of the SphereFace crop, 96 x 112; the size is the height. */
  SPHEREFACE {
    @Override
    Alignment alignment(int size, double margin) {
      Template usual = Template.SPHEREFACE;
      int width = (int) Math.round((double) size * usual.width() / usual.height());
      return usual.scaled(width, size);
    }

    @Override
    int usual() {
      return Template.SPHEREFACE.height();
    }
  },
  /** The square of FaceNet with its margin, upright as in the photo, 160 x 160. */
  FACENET {
    @Override
    Alignment alignment(int size, double margin) {
      return new SquareCrop(size, SquareCrop.FACENET.side(), SquareCrop.FACENET.margin());
    }

    @Override
    int usual() {
      return SquareCrop.FACENET.size();
    }
  },
  /** A square around the box with the user's margin, upright as in the photo, 112 x 112. */
  SQUARE {
    @Override
    Alignment alignment(int size, double margin) {
      return new SquareCrop(size, SquareCrop.Side.LONGER, margin);
    }

    @Override
    int usual() {
      return Template.ARCFACE.height();
    }
  },
  /**
   * The pixels of the photo as they are; each crop as large as the largest box with its margin, and
   * the face in its middle.
   */
  NONE {
    @Override
    Alignment alignment(int size, double margin) {
      throw new IllegalStateException("Pixels as they are have no alignment.");
    }

    @Override
    int usual() {
      return 0;
    }
  };

  private static final int LEAST = 8;
  private static final int MOST = 4096;

  abstract Alignment alignment(int size, double margin);

  /** Pixels of the crop's side, or of its height. */
  abstract int usual();

  /**
   * The alignment; empty for {@link #NONE}.
   *
   * @param size pixels, or 0 for the usual size
   * @param margin what is added to the side of a box, as a share of it
   * @throws IllegalArgumentException if one is out of its range
   */
  public Optional<Alignment> of(int size, double margin) {
    if (size != 0 && (size < LEAST || size > MOST)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The size of the crops must be 0 (the usual one) or between %d and %d pixels, but was"
                  + " %d.",
              LEAST,
              MOST,
              size));
    }
    if (!(margin >= 0 && margin <= 10)) {
      throw new IllegalArgumentException(
          "The margin of a crop must be between 0 and 10, but was " + margin + ".");
    }
    if (this == NONE && size != 0) {
      throw new IllegalArgumentException(
          "With align=none the pixels stay as they are, so there is no size to choose: use size=0,"
              + " or align=square.");
    }
    return this == NONE
        ? Optional.empty()
        : Optional.of(alignment(size == 0 ? usual() : size, margin));
  }
}
