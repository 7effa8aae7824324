package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import java.util.Arrays;
import java.util.List;

/**
 * One way to look at a picture: a part of it, in another size, with a border, turned or mirrored;
 * and the way back for what is found.
 *
 * @param x left column of the part
 * @param y upper row of the part
 * @param width columns of the part
 * @param height rows of the part
 * @param scale size of the part when looked at, 1 for its own
 * @param border width of the black border, as a share of the part's sides
 * @param turn how the part is turned or mirrored in the end
 * @param least width in pixels of the picture below which a face is left to another view
 */
record View(
    int x,
    int y,
    int width,
    int height,
    double scale,
    double border,
    Orientation turn,
    double least) {

  /** The four quarter turns; the last is three quarters to the right. */
  static final List<Orientation> TURNS =
      List.of(
          Orientation.UPRIGHT,
          Orientation.TURN_RIGHT,
          Orientation.UPSIDE_DOWN,
          Orientation.TURN_LEFT);

  /** The four quarter turns of the mirrored picture. */
  static final List<Orientation> MIRRORED_TURNS =
      List.of(
          Orientation.MIRRORED,
          Orientation.TRANSVERSED,
          Orientation.MIRRORED_UPSIDE_DOWN,
          Orientation.TRANSPOSED);

  /** Where each of the five points stands after mirroring: eyes and mouth corners swap. */
  private static final int[] MIRRORED_POINTS = {1, 0, 2, 4, 3};

  /**
   * A face nearer than this share of its side to a cut edge of the part is taken to be cut itself:
   * the part beside it, or a reduced look, sees it whole.
   */
  static final double MARGIN = 0.1;

  /** Quarter turns to the right, 0 to 3. */
  int quarters() {
    return Math.max(TURNS.indexOf(turn), MIRRORED_TURNS.indexOf(turn));
  }

  private int scaledWidth() {
    return Math.max(1, (int) Math.rint(width * scale));
  }

  private int scaledHeight() {
    return Math.max(1, (int) Math.rint(height * scale));
  }

  private int borderX() {
    return (int) Math.rint(scaledWidth() * border);
  }

  private int borderY() {
    return (int) Math.rint(scaledHeight() * border);
  }

  /** What there is to see. */
  FaceImage render(FaceImage image, Resizer resizer) {
    return turn.upright(bordered(scaled(image, resizer)));
  }

  private FaceImage scaled(FaceImage image, Resizer resizer) {
    int w = scaledWidth();
    int h = scaledHeight();
    if (w == width && h == height) {
      boolean whole = width == image.width() && height == image.height();
      return whole ? image : image.crop(x, y, width, height);
    }
    Resampling how = scale < 1 ? Resampling.AREA : Resampling.BILINEAR;
    int[] rgb = resizer.resizePart(image, x, y, width, height, w, h, how);
    return FaceImage.of(w, h, Arrays.copyOf(rgb, w * h));
  }

  private FaceImage bordered(FaceImage part) {
    int bx = borderX();
    int by = borderY();
    if (bx == 0 && by == 0) {
      return part;
    }
    int w = part.width() + 2 * bx;
    int[] rgb = new int[w * (part.height() + 2 * by)];
    for (int row = 0; row < part.height(); row++) {
      System.arraycopy(part.pixels(), row * part.width(), rgb, (row + by) * w + bx, part.width());
    }
    return FaceImage.of(w, part.height() + 2 * by, rgb);
  }

  /** Where a face of this view lies in the picture. */
  Face back(Face face) {
    Box box = back(face.box());
    if (face.points().isEmpty()) {
      return Face.of(box, face.score());
    }
    Landmarks points = face.points().get();
    boolean mirrored = MIRRORED_TURNS.contains(turn);
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      int k = mirrored ? MIRRORED_POINTS[i] : i;
      Box at = back(new Box(points.x(k), points.y(k), 0, 0));
      xy[2 * i] = at.x();
      xy[2 * i + 1] = at.y();
    }
    return Face.of(box, face.score(), Landmarks.of(points.scheme(), xy));
  }

  private Box back(Box box) {
    int w = scaledWidth() + 2 * borderX();
    int h = scaledHeight() + 2 * borderY();
    Box stored = turn.toStored(box, turn.swapsAxes() ? h : w, turn.swapsAxes() ? w : h);
    double sx = (double) width / scaledWidth();
    double sy = (double) height / scaledHeight();
    return new Box(
        x + (stored.x() - borderX()) * sx,
        y + (stored.y() - borderY()) * sy,
        stored.width() * sx,
        stored.height() * sy);
  }

  /** Whether this view is one to believe about a face, which is in pixels of the picture. */
  boolean knows(Face face, int pictureWidth, int pictureHeight) {
    return face.box().width() >= least && !cuts(face, pictureWidth, pictureHeight);
  }

  /** Whether a face, in pixels of the picture, is cut by an edge that the picture does not have. */
  boolean cuts(Face face, int pictureWidth, int pictureHeight) {
    Box b = face.box();
    double edgeX = MARGIN * b.width();
    double edgeY = MARGIN * b.height();
    return (x > 0 && b.x() < x + edgeX)
        || (y > 0 && b.y() < y + edgeY)
        || (x + width < pictureWidth && b.right() > x + width - edgeX)
        || (y + height < pictureHeight && b.bottom() > y + height - edgeY);
  }
}
