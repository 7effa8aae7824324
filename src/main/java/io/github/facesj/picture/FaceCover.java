package io.github.facesj.picture;

import io.github.facesj.face.Box;
import io.github.facesj.image.FaceImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Covers faces so that neither people nor programs know them. How strongly is measured in shares of
 * the face, so that a large face is covered as well as a small one; the strengths were chosen by
 * trying: see docs/ACCURACY.md, "Anonymised faces".
 *
 * @param how what a face is covered with
 * @param margin what is added to the sides of a box, as a share of them: 0.2 is a fifth. What is
 *     covered wholly: the box for {@link Cover#BOX} and {@link Cover#PIXELATE}, the ellipse through
 *     its corners for the others
 */
public record FaceCover(Cover how, double margin) {

  /** Hair, chin and ears are often outside a detector's box. */
  public static final double DEFAULT_MARGIN = 0.6;

  /** Sigma of the blur, as a share of the longer side of the box. */
  static final double BLUR = 0.5;

  /** Squares along the longer side of the box. */
  static final double SQUARES = 2;

  /** Soft edge of ellipses, as a share of their radius. */
  static final double EDGE = 0.4;

  private static final int BLACK = 0;

  /**
   * @throws IllegalArgumentException if the margin is not between 0 and 10
   */
  public FaceCover {
    if (!(margin >= 0 && margin <= 10)) {
      throw new IllegalArgumentException(
          "The margin of a cover must be between 0 and 10, but was " + margin + ".");
    }
  }

  /**
   * A copy of a picture with faces covered. Larger faces first, each on what the former left: a
   * face that is covered never comes to light again by the weaker cover of a small one before it.
   *
   * @param boxes faces in pixels of the picture; they may reach outside
   */
  public FaceImage cover(FaceImage photo, List<Box> boxes) {
    int[] rgb = photo.pixels().clone();
    FaceImage copy = FaceImage.of(photo.width(), photo.height(), rgb);
    boxes.stream()
        .sorted(
            Comparator.comparingDouble(Box::area)
                .reversed()
                .thenComparingDouble(Box::x)
                .thenComparingDouble(Box::y))
        .forEach(box -> cover(copy, rgb, box));
    return copy;
  }

  private void cover(FaceImage copy, int[] rgb, Box box) {
    double w = box.width() * (1 + margin);
    double h = box.height() * (1 + margin);
    Box wide = new Box(box.centerX() - w / 2, box.centerY() - h / 2, w, h);
    double side = Math.max(box.width(), box.height());
    switch (how) {
      case BOX -> fill(copy, rgb, Area.of(wide, copy.width(), copy.height()));
      case PIXELATE -> pixelate(copy, rgb, wide, Math.max(2, side / SQUARES));
      case BLUR -> blur(copy, rgb, SoftEllipse.around(wide, EDGE), side * BLUR);
      case ELLIPSE -> {
        SoftEllipse oval = SoftEllipse.around(wide, EDGE);
        int colour = surroundings(copy, rgb, oval);
        lay(copy, rgb, oval, (x, y) -> colour);
      }
    }
  }

  private static void fill(FaceImage copy, int[] rgb, Area area) {
    for (int y = area.y(); y < area.bottom(); y++) {
      Arrays.fill(rgb, y * copy.width() + area.x(), y * copy.width() + area.right(), BLACK);
    }
  }

  private static void pixelate(FaceImage copy, int[] rgb, Box box, double cell) {
    int columns = (int) Math.ceil(box.width() / cell);
    int rows = (int) Math.ceil(box.height() / cell);
    double left = box.centerX() - columns * cell / 2;
    double top = box.centerY() - rows * cell / 2;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int x = (int) clamp(Math.rint(left + column * cell), copy.width());
        int y = (int) clamp(Math.rint(top + row * cell), copy.height());
        int right = (int) clamp(Math.rint(left + (column + 1) * cell), copy.width());
        int bottom = (int) clamp(Math.rint(top + (row + 1) * cell), copy.height());
        if (right > x && bottom > y) {
          Mean mean = new Mean();
          for (int v = y; v < bottom; v++) {
            for (int u = x; u < right; u++) {
              mean.add(rgb[v * copy.width() + u]);
            }
          }
          int colour = mean.colour();
          for (int v = y; v < bottom; v++) {
            Arrays.fill(rgb, v * copy.width() + x, v * copy.width() + right, colour);
          }
        }
      }
    }
  }

  private static double clamp(double at, int size) {
    return Math.max(0, Math.min(size, at));
  }

  private static void blur(FaceImage copy, int[] rgb, SoftEllipse oval, double sigma) {
    Area area = Area.of(oval.bounds(), copy.width(), copy.height());
    if (area.isEmpty()) {
      return;
    }
    FaceImage part = copy.crop(area.x(), area.y(), area.width(), area.height());
    int[] cloud = BoxBlur.of(part.pixels(), part.width(), part.height(), sigma);
    lay(copy, rgb, oval, (x, y) -> cloud[(y - area.y()) * area.width() + x - area.x()]);
  }

  /**
   * The mean colour under the soft edge of an ellipse, grey where the ellipse fills the picture.
   */
  private static int surroundings(FaceImage copy, int[] rgb, SoftEllipse oval) {
    SoftEllipse ring = oval.times(1 + EDGE);
    Area area = Area.of(ring.bounds(), copy.width(), copy.height());
    Mean mean = new Mean();
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        if (ring.at(x + 0.5, y + 0.5) > 0 && oval.at(x + 0.5, y + 0.5) < 1) {
          mean.add(rgb[y * copy.width() + x]);
        }
      }
    }
    return mean.colour();
  }

  /** Colour of a pixel. */
  @FunctionalInterface
  private interface Paint {
    int at(int x, int y);
  }

  private static void lay(FaceImage copy, int[] rgb, SoftEllipse oval, Paint paint) {
    Area area = Area.of(oval.bounds(), copy.width(), copy.height());
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        double alpha = oval.at(x + 0.5, y + 0.5);
        if (alpha > 0) {
          int i = y * copy.width() + x;
          rgb[i] = Blend.over(rgb[i], paint.at(x, y), alpha);
        }
      }
    }
  }
}
