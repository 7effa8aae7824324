package io.github.facesj.fiji.review;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Optional;
import javax.swing.JComponent;

/** One of two clusters: who, how many, and its best faces. */
final class SideView extends JComponent {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 150;
  private static final int HEAD = 56;

  private final transient FacePainter painter;
  private transient Optional<ReviewRow> row = Optional.empty();

  SideView(FacePainter painter) {
    this.painter = painter;
  }

  void show(Optional<ReviewRow> other) {
    row = other;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D smooth = Look.smooth(g);
    smooth.setColor(Look.PAPER);
    smooth.fillRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 14, 14);
    smooth.setColor(Look.LINE);
    smooth.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 14, 14);
    row.ifPresent(shown -> paint(smooth, shown));
    smooth.dispose();
  }

  private void paint(Graphics2D g, ReviewRow shown) {
    g.setFont(Look.title());
    g.setColor(shown.name().isPresent() ? Look.INK : Look.FAINT);
    FontMetrics metrics = g.getFontMetrics();
    g.drawString(shown.title(), Look.MARGIN + 4, Look.MARGIN + metrics.getAscent());
    g.setFont(Look.text());
    g.setColor(Look.FAINT);
    String dates = shown.dates().isEmpty() ? "" : "  \u00b7  " + shown.dates();
    g.drawString(shown.count() + dates, Look.MARGIN + 4, Look.MARGIN + metrics.getAscent() + 22);
    int width = getWidth() - 2 * Look.MARGIN - 8;
    int height = getHeight() - HEAD - 2 * Look.MARGIN;
    int faces = shown.faces().size();
    int side = side(faces, width, height);
    int columns = Math.max(1, (width + Look.GAP) / (side + Look.GAP));
    int lines = Math.max(1, (height + Look.GAP) / (side + Look.GAP));
    for (int i = 0; i < Math.min(faces, columns * lines); i++) {
      int x = Look.MARGIN + 4 + i % columns * (side + Look.GAP);
      int y = HEAD + Look.MARGIN + i / columns * (side + Look.GAP);
      painter.paint(g, shown.faces().get(i), x, y, side);
    }
  }

  /** As large as all of them fit, within reason. */
  private static int side(int faces, int width, int height) {
    int side = LARGEST;
    while (side > 80
        && (width + Look.GAP) / (side + Look.GAP) * ((height + Look.GAP) / (side + Look.GAP))
            < faces) {
      side -= 5;
    }
    return side;
  }
}
