package io.github.facesj.picture;

import io.github.facesj.face.Box;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;

/**
 * A picture on which faces are drawn. Lines and points get a dark rim, so that they can be seen on
 * any ground. Needs no screen.
 */
final class Canvas implements AutoCloseable {

  private static final Color RIM = new Color(0, 0, 0, 150);

  private final BufferedImage image;
  private final int[] rgb;
  private final Graphics2D g;

  private Canvas(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /**
   * A copy of a photo, with a strip of white below.
   *
   * @param strip its height, 0 for none
   */
  static Canvas of(FaceImage photo, int strip) {
    Canvas canvas = new Canvas(photo.width(), photo.height() + strip);
    int size = photo.width() * photo.height();
    System.arraycopy(photo.pixels(), 0, canvas.rgb, 0, size);
    Arrays.fill(canvas.rgb, size, canvas.rgb.length, 0xffffff);
    return canvas;
  }

  /** The picture as it is now; nothing may be drawn after that. */
  FaceImage picture() {
    return FaceImage.of(image.getWidth(), image.getHeight(), rgb);
  }

  /** A rimmed rectangle whose lines lie on whole pixels, so that thin ones stay sharp. */
  void box(Box box, Color color, float width, List<Float> dashes) {
    double x = Math.floor(box.x()) + 0.5;
    double y = Math.floor(box.y()) + 0.5;
    Rectangle2D shape =
        new Rectangle2D.Double(
            x, y, Math.floor(box.right()) + 0.5 - x, Math.floor(box.bottom()) + 0.5 - y);
    stroke(shape, RIM, width + 2, List.of());
    stroke(shape, color, width, dashes);
  }

  /** A rimmed line. */
  void line(double x, double y, double toX, double toY, Color color, float width) {
    Line2D shape = new Line2D.Double(x, y, toX, toY);
    stroke(shape, RIM, width + 2, List.of());
    stroke(shape, color, width, List.of());
  }

  /** A rectangle without a rim. */
  void frame(double x, double y, double width, double height, PersonStyle style, float stroke) {
    stroke(
        new Rectangle2D.Double(x, y, width, height),
        new Color(style.rgb()),
        stroke,
        style.dashes());
  }

  /** Rimmed dots. */
  void dots(Landmarks points, double radius, Color color) {
    for (int i = 0; i < points.size(); i++) {
      dot(points.x(i), points.y(i), radius + Math.max(1, radius / 3), RIM);
      dot(points.x(i), points.y(i), radius, color);
    }
  }

  private void dot(double x, double y, double radius, Color color) {
    g.setColor(color);
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  void fill(double x, double y, double width, double height, Color color) {
    g.setColor(color);
    g.fill(new Rectangle2D.Double(x, y, width, height));
  }

  /** Width and height that a text in one line needs. */
  double[] size(String text, Font font) {
    FontMetrics metrics = g.getFontMetrics(font);
    return new double[] {metrics.getStringBounds(text, g).getWidth(), metrics.getHeight()};
  }

  /** A text whose upper left corner lies at a place. */
  void text(String text, Font font, double x, double y, Color color) {
    g.setFont(font);
    g.setColor(color);
    g.drawString(text, (float) x, (float) (y + g.getFontMetrics(font).getAscent()));
  }

  private void stroke(Shape shape, Color color, float width, List<Float> dashes) {
    float[] pattern = new float[dashes.size()];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = dashes.get(i) * width;
    }
    g.setStroke(
        pattern.length == 0
            ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
            : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0));
    g.setColor(color);
    g.draw(shape);
  }

  @Override
  public void close() {
    g.dispose();
  }
}
