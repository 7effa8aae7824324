package io.github.facesj.landmark;

import io.github.facesj.align.SquareCrop;
import io.github.facesj.face.Box;
import io.github.facesj.image.Bicubic;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.image.Similarity;
import io.github.facesj.image.Warp;
import io.github.facesj.model.Settings;
import io.github.facesj.run.FacesException;
import java.util.Locale;

/**
 * How the box of a face becomes the square that a landmark network sees. The square is never
 * clipped: outside the photo it is black, and points are mapped back from the whole square.
 *
 * @param side which side of the box counts
 * @param factor side of the square, in that side
 * @param shiftY how far the square's centre lies below the box's, in that side
 * @param rounding to whole pixels, as the network's own repository does it
 * @param interpolation between pixels
 */
record CropRule(
    SquareCrop.Side side,
    double factor,
    double shiftY,
    Rounding rounding,
    Interpolation interpolation) {

  /** How a square gets whole pixels. */
  enum Rounding {
    /** Not at all: the crop is warped from fractions of pixels. */
    NONE,
    /**
     * Box corners, centre and side are cut to whole pixels, the box having one pixel more than the
     * difference of its corners (cunjian/pytorch_face_landmark, Hsintao/pfld_106_face_landmarks).
     */
    WHOLE,
    /** The corners are rounded for cutting, and used unrounded for the way back (PFLD_GhostOne). */
    CORNERS
  }

  /** Between pixels. */
  enum Interpolation {
    /** As the caller's {@link Sampling} says. */
    BILINEAR,
    /** As {@link Bicubic} says, whatever the caller's sampling. */
    BICUBIC
  }

  /**
   * Where the crop is cut, and where its points lie: the two differ by half a pixel and roundings.
   *
   * @param window what is cut; by rounding its corners it may lose a pixel of being square
   * @param pixels brings pixel indices of the photo to those of the crop
   * @param points brings coordinates of the photo to those of the crop
   */
  record Placed(Box window, Similarity pixels, Similarity points) {}

  /** The crop itself. */
  FaceImage cut(Pyramid photo, Placed place, int size, Sampling sampling) {
    return interpolation == Interpolation.BICUBIC
        ? Bicubic.cut(photo.photo(), place.window(), size)
        : Warp.cut(photo, place.pixels(), size, size, sampling);
  }

  static CropRule read(Settings s) throws FacesException {
    CropRule rule =
        new CropRule(
            side(s),
            s.number("factor"),
            s.number("shift-y", 0),
            s.choice("rounding", Rounding.NONE),
            s.choice("interpolation", Interpolation.BILINEAR));
    if (!(rule.factor > 0 && rule.factor <= 10)) {
      throw s.wrong("factor", "above 0 and at most 10", rule.factor);
    }
    return rule;
  }

  private static SquareCrop.Side side(Settings s) throws FacesException {
    String side = s.text("side");
    return switch (side.toLowerCase(Locale.ROOT)) {
      case "max" -> SquareCrop.Side.LONGER;
      case "min" -> SquareCrop.Side.SHORTER;
      case "height" -> SquareCrop.Side.HEIGHT;
      case "width" -> SquareCrop.Side.WIDTH;
      default -> throw s.wrong("side", "max, min, height or width", side);
    };
  }

  private double side(double width, double height) {
    return switch (side) {
      case HEIGHT -> height;
      case WIDTH -> width;
      case LONGER -> Math.max(width, height);
      case SHORTER -> Math.min(width, height);
    };
  }

  /**
   * @param box of the face, not empty
   * @param size pixels of the crop
   */
  Placed place(Box box, int size) {
    return switch (rounding) {
      case NONE -> {
        double given = side(box.width(), box.height());
        Box square = box.translate(0, shiftY * given).square(given * factor);
        // Here the two are the same: this is how the networks of FacesJ were trained.
        yield new Placed(square, ofSquare(square, size), ofSquare(square, size));
      }
      case WHOLE -> {
        int w = (int) box.right() - (int) box.x() + 1;
        int h = (int) box.bottom() - (int) box.y() + 1;
        int length = Math.max(1, (int) (side(w, h) * factor));
        int cx = (int) box.x() + w / 2;
        int cy = (int) box.y() + h / 2 + (int) Math.rint(shiftY * side(w, h));
        Box square = new Box(cx - length / 2, cy - length / 2, length, length);
        yield new Placed(square, SquareCrop.ofSquare(square, size), ofSquare(square, size));
      }
      case CORNERS -> {
        double given = side(box.width(), box.height());
        Box exact = box.translate(0, shiftY * given).square(given * factor);
        Box window =
            Box.ofCorners(
                Math.rint(exact.x()),
                Math.rint(exact.y()),
                Math.max(Math.rint(exact.x()) + 1, Math.rint(exact.right())),
                Math.max(Math.rint(exact.y()) + 1, Math.rint(exact.bottom())));
        yield new Placed(window, SquareCrop.ofSquare(window, size), ofSquare(exact, size));
      }
    };
  }

  /** Edges onto edges, as coordinates and not as pixel indices. */
  private static Similarity ofSquare(Box square, int size) {
    double scale = size / square.width();
    return Similarity.scaleThenMove(scale, -square.x() * scale, -square.y() * scale);
  }
}
