package io.github.facesj.picture;

import io.github.facesj.face.Box;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Fonts;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.run.FacesException;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A photo for print: a box round each face in the colour of its person, a label that hides no
 * other, points if asked for, and a legend below.
 *
 * @param scale size of the result in sizes of the photo
 * @param dots whether points are drawn
 * @param values whether labels say how sure they are
 * @param legend whether a legend stands below the photo
 */
public record LabelledPrint(double scale, boolean dots, boolean values, boolean legend) {

  private static final long MOST_PIXELS = 200_000_000;

  /** Letters are at most this part of the longer side, and at least {@link #LEAST} pixels high. */
  private static final double LETTERS = 1 / 58.0;

  /** Where faces are small, letters are this part of their usual width. */
  private static final double OF_FACE = 1 / 3.2;

  private static final int LEAST = 11;

  /**
   * @throws IllegalArgumentException if the scale is not between 0.01 and 20
   */
  public LabelledPrint {
    if (!(scale >= 0.01 && scale <= 20)) {
      throw new IllegalArgumentException(
          "The scale must be between 0.01 and 20, but was " + scale + ".");
    }
  }

  /**
   * Draws.
   *
   * @param photo upright
   * @param faces in pixels of the photo
   * @throws IllegalArgumentException if the result would be too large
   * @throws FacesException where there are no fonts for the labels
   */
  public FaceImage draw(FaceImage photo, List<LabelledFace> faces) throws FacesException {
    Fonts.require();
    int width = (int) Math.max(1, Math.round(photo.width() * scale));
    int height = (int) Math.max(1, Math.round(photo.height() * scale));
    if ((long) width * height > MOST_PIXELS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A picture of %d x %d pixels is too large to be drawn. Choose a smaller scale.",
              width,
              height));
    }
    Map<String, PersonStyle> styles = new TreeMap<>();
    faces.forEach(f -> f.name().ifPresent(n -> styles.put(n, PersonStyle.NOBODY)));
    int number = 0;
    for (Map.Entry<String, PersonStyle> style : styles.entrySet()) {
      style.setValue(PersonStyle.of(number++));
    }
    int letters = letters(Math.max(width, height), faces);
    Legend below = legend(width, letters, styles);
    int strip = legend && !styles.isEmpty() ? below.height() : 0;
    int[] scaled =
        new Resizer()
            .resize(photo.pixels(), photo.width(), photo.height(), width, height, Resampling.AREA);
    try (Canvas canvas = Canvas.of(FaceImage.of(width, height, scaled), strip)) {
      boxes(canvas, faces, styles, letters);
      labels(canvas, faces, styles, width, height, letters);
      if (strip > 0) {
        below.draw(canvas, height);
      }
      return canvas.picture();
    }
  }

  private static Legend legend(int width, int letters, Map<String, PersonStyle> styles) {
    try (Canvas measure = Canvas.of(FaceImage.of(1, 1, new int[1]), 0)) {
      return new Legend(width, letters, styles, name -> measure.size(name, font(letters))[0]);
    }
  }

  private int letters(int side, List<LabelledFace> faces) {
    double[] widths = faces.stream().mapToDouble(f -> f.face().box().width()).sorted().toArray();
    double usual = widths.length == 0 ? side : widths[widths.length / 2] * scale;
    return (int) Math.max(LEAST, Math.round(Math.min(side * LETTERS, usual * OF_FACE)));
  }

  private Box scaled(Box b) {
    return new Box(b.x() * scale, b.y() * scale, b.width() * scale, b.height() * scale);
  }

  private static PersonStyle style(LabelledFace face, Map<String, PersonStyle> styles) {
    return face.name().map(styles::get).orElse(PersonStyle.NOBODY);
  }

  private static float stroke(int letters) {
    return Math.max(1.5f, letters / 7f);
  }

  private void boxes(
      Canvas canvas, List<LabelledFace> faces, Map<String, PersonStyle> styles, int letters) {
    for (LabelledFace face : faces) {
      Box b = scaled(face.face().box());
      PersonStyle style = style(face, styles);
      canvas.box(b, new Color(style.rgb()), stroke(letters), style.dashes());
      if (dots) {
        double radius = Math.max(1.25, Math.min(b.width() / 40, letters / 5.0));
        face.face()
            .landmarks()
            .or(face.face()::points)
            .map(this::scaled)
            .ifPresent(p -> canvas.dots(p, radius, FaceDrawing.POINTS));
      }
    }
  }

  private Landmarks scaled(Landmarks points) {
    return points.map(p -> new double[] {p[0] * scale, p[1] * scale});
  }

  private void labels(
      Canvas canvas,
      List<LabelledFace> faces,
      Map<String, PersonStyle> styles,
      int width,
      int height,
      int letters) {
    float stroke = stroke(letters);
    Font font = font(letters);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      texts.add(" " + words(faces.get(i), i + 1) + " ");
    }
    List<Box> homes = faces.stream().map(f -> scaled(f.face().box())).toList();
    List<Box> places =
        new LabelLayout(width, height, stroke / 2 + 1, homes)
            .place(texts.stream().map(t -> canvas.size(t, font)).toList());
    for (int i = 0; i < faces.size(); i++) {
      Color color = new Color(style(faces.get(i), styles).rgb());
      way(canvas, places.get(i), homes.get(i), letters, color);
    }
    for (int i = 0; i < faces.size(); i++) {
      PersonStyle style = style(faces.get(i), styles);
      Box at = places.get(i);
      canvas.fill(at.x(), at.y(), at.width(), at.height(), new Color(style.rgb()));
      canvas.text(texts.get(i), font, at.x(), at.y(), new Color(style.text()));
    }
  }

  private String words(LabelledFace face, int number) {
    String name = face.name().orElse("#" + number);
    return values && !face.value().isEmpty() ? name + " " + face.value() : name;
  }

  static Font font(int letters) {
    return new Font(Font.SANS_SERIF, Font.BOLD, letters);
  }

  /** A line from a label that lies away from its face. */
  private static void way(Canvas canvas, Box label, Box home, int letters, Color color) {
    double x = Math.max(label.x(), Math.min(home.centerX(), label.right()));
    double y = Math.max(label.y(), Math.min(home.centerY(), label.bottom()));
    double toX = Math.max(home.x(), Math.min(x, home.right()));
    double toY = Math.max(home.y(), Math.min(y, home.bottom()));
    if (Math.hypot(x - toX, y - toY) >= letters / 2.0) {
      canvas.line(x, y, toX, toY, color, stroke(letters) / 2);
    }
  }
}
