package io.github.facesj.picture;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Fonts;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A photo with its faces drawn into the pixels: a box, points and a label for each. */
public final class FaceDrawing {

  /** Labels a face with its score, such as {@code 0.98}. */
  public static final Function<Face, String> SCORE =
      face -> String.format(Locale.ROOT, "%.2f", face.score());

  /** Colour of boxes, which stands out from skin as that of points does. */
  public static final Color BOX = new Color(OkabeIto.SKY_BLUE);

  /** Colour of points. */
  public static final Color POINTS = new Color(OkabeIto.YELLOW);

  /** Ground of labels. */
  public static final Color PLATE = new Color(0, 0, 0, 190);

  private FaceDrawing() {}

  /**
   * Draws on a copy. Where there are no {@link Fonts} there are no labels.
   *
   * @param photo upright
   * @param faces in pixels of the photo
   * @param label what stands behind the number of a face; {@link #SCORE} or a name
   */
  public static FaceImage on(FaceImage photo, List<Face> faces, Function<Face, String> label) {
    try (Canvas canvas = Canvas.of(photo, 0)) {
      double side = Math.max(photo.width(), photo.height());
      for (Face face : faces) {
        canvas.box(face.box(), BOX, (float) stroke(side, face.box()), List.of());
      }
      for (int i = 0; i < faces.size() && Fonts.available(); i++) {
        String words = "#" + (i + 1) + " " + label.apply(faces.get(i));
        label(canvas, photo, faces.get(i).box(), words);
      }
      for (Face face : faces) {
        double radius = Math.max(1.25, Math.min(face.box().width() / 40, side / 200));
        face.points().ifPresent(p -> canvas.dots(p, radius, POINTS));
      }
      return canvas.picture();
    }
  }

  /**
   * Width of a box's lines: wide enough to be seen in the whole picture, thin enough for the face.
   *
   * @param side the longer one of the picture
   */
  public static double stroke(double side, Box box) {
    return Math.max(1, Math.min(side / 320, box.width() / 16));
  }

  /** Size of a label's letters, by the picture's longer side and the face. */
  public static int letters(double side, Box box) {
    return (int) Math.round(Math.max(Math.max(9, side / 90), Math.min(box.width() / 5, side / 38)));
  }

  /** White on a dark plate, above the box, or below its upper edge where there is no room. */
  private static void label(Canvas canvas, FaceImage photo, Box box, String words) {
    double side = Math.max(photo.width(), photo.height());
    Font font = new Font(Font.SANS_SERIF, Font.BOLD, letters(side, box));
    String text = " " + words + " ";
    double[] size = canvas.size(text, font);
    double stroke = stroke(side, box);
    double above = box.y() - size[1] - stroke;
    double y = above >= 0 ? above : Math.max(0, box.y()) + stroke;
    double x = box.x() - stroke / 2;
    x = Math.max(0, Math.min(x, photo.width() - size[0]));
    y = Math.max(0, Math.min(y, photo.height() - size[1]));
    canvas.fill(x, y, size[0], size[1], PLATE);
    canvas.text(text, font, x, y, Color.WHITE);
  }
}
