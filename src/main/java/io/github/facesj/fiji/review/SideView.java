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
    Graphics2D smooth = ReviewStyle.smooth(g);
    smooth.setColor(ReviewStyle.PAPER);
    smooth.fillRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 14, 14);
    smooth.setColor(ReviewStyle.LINE);
    smooth.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 14, 14);
    row.ifPresent(shown -> paint(smooth, shown));
    smooth.dispose();
  }

  private void paint(Graphics2D g, ReviewRow shown) {
    g.setFont(ReviewStyle.title());
    g.setColor(shown.name().isPresent() ? ReviewStyle.INK : ReviewStyle.FAINT);
    FontMetrics metrics = g.getFontMetrics();
    g.drawString(shown.title(), ReviewStyle.MARGIN + 4, ReviewStyle.MARGIN + metrics.getAscent());
    g.setFont(ReviewStyle.text());
    g.setColor(ReviewStyle.FAINT);
    String dates = shown.dates().isEmpty() ? "" : "  \u00b7  " + shown.dates();
    g.drawString(
        shown.count() + dates,
        ReviewStyle.MARGIN + 4,
        ReviewStyle.MARGIN + metrics.getAscent() + 22);
    int width = getWidth() - 2 * ReviewStyle.MARGIN - 8;
    int height = getHeight() - HEAD - 2 * ReviewStyle.MARGIN;
    int faces = shown.faces().size();
    int side = side(faces, width, height);
    int columns = Math.max(1, (width + ReviewStyle.GAP) / (side + ReviewStyle.GAP));
    int lines = Math.max(1, (height + ReviewStyle.GAP) / (side + ReviewStyle.GAP));
    for (int i = 0; i < Math.min(faces, columns * lines); i++) {
      int x = ReviewStyle.MARGIN + 4 + i % columns * (side + ReviewStyle.GAP);
      int y = HEAD + ReviewStyle.MARGIN + i / columns * (side + ReviewStyle.GAP);
      painter.paint(g, shown.faces().get(i), x, y, side);
    }
  }

  /** As large as all of them fit, within reason. */
  private static int side(int faces, int width, int height) {
    int side = LARGEST;
    while (side > 80
        && (width + ReviewStyle.GAP)
                / (side + ReviewStyle.GAP)
                * ((height + ReviewStyle.GAP) / (side + ReviewStyle.GAP))
            < faces) {
      side -= 5;
    }
    return side;
  }
}
