package io.github.facesj.fiji.review;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.ListCellRenderer;

/** Paints a row: who, how many faces, when; and as many faces as there is room for. */
final class RowRenderer extends JLabel implements ListCellRenderer<ReviewRow> {

  private static final long serialVersionUID = 1L;

  static final int FACE = 76;
  static final int HEIGHT = FACE + 52;
  private static final int TITLE = 30;

  private final transient FacePainter painter;
  private transient ReviewRow row;
  private boolean chosen;
  private boolean lead;

  RowRenderer(FacePainter painter) {
    this.painter = painter;
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends ReviewRow> list,
      ReviewRow value,
      int index,
      boolean selected,
      boolean focus) {
    row = value;
    chosen = selected;
    lead = focus;
    String dates = value.dates().isEmpty() ? "" : ", " + value.dates();
    getAccessibleContext().setAccessibleName(value.title() + ", " + value.count() + dates);
    return this;
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D smooth = ReviewStyle.smooth(g);
    smooth.setColor(chosen ? ReviewStyle.CHOSEN : ReviewStyle.PAPER);
    smooth.fillRect(0, 0, getWidth(), getHeight());
    smooth.setColor(ReviewStyle.LINE);
    smooth.fillRect(0, getHeight() - 1, getWidth(), 1);
    if (chosen) {
      smooth.setColor(ReviewStyle.ACCENT);
      smooth.fillRect(0, 0, 4, getHeight() - 1);
    }
    title(smooth);
    faces(smooth);
    if (lead) {
      smooth.setColor(ReviewStyle.ACCENT);
      smooth.setStroke(new BasicStroke(1));
      smooth.drawRect(0, 0, getWidth() - 1, getHeight() - 2);
    }
    smooth.dispose();
  }

  private void title(Graphics2D g) {
    Optional<String> name = row.name();
    g.setFont(name.isPresent() ? ReviewStyle.bold() : ReviewStyle.text());
    g.setColor(name.isPresent() ? ReviewStyle.INK : ReviewStyle.FAINT);
    FontMetrics metrics = g.getFontMetrics();
    String facts = row.count() + (row.dates().isEmpty() ? "" : "  \u00b7  " + row.dates());
    int room =
        getWidth() - 2 * ReviewStyle.MARGIN - metrics.stringWidth(facts) - 2 * ReviewStyle.GAP;
    String title = shorten(row.title(), metrics, room);
    g.drawString(title, ReviewStyle.MARGIN, TITLE - 8);
    int x = ReviewStyle.MARGIN + metrics.stringWidth(title) + 2 * ReviewStyle.GAP;
    g.setFont(ReviewStyle.text());
    g.setColor(ReviewStyle.FAINT);
    g.drawString(facts, x, TITLE - 8);
  }

  /** Long names end in dots rather than below the figures. */
  private static String shorten(String text, FontMetrics metrics, int room) {
    if (metrics.stringWidth(text) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 1 && metrics.stringWidth(text.substring(0, end) + "\u2026") > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "\u2026";
  }

  private void faces(Graphics2D g) {
    int step = FACE + ReviewStyle.GAP;
    int fit = Math.max(1, (getWidth() - 2 * ReviewStyle.MARGIN + ReviewStyle.GAP) / step);
    int all = row.faces().size();
    int shown = all <= fit ? all : fit - 1;
    for (int i = 0; i < shown; i++) {
      painter.paint(g, row.faces().get(i), ReviewStyle.MARGIN + i * step, TITLE + 4, FACE);
    }
    if (shown < all) {
      g.setFont(ReviewStyle.title());
      g.setColor(ReviewStyle.FAINT);
      String more = String.format(Locale.ROOT, "+%,d", all - shown);
      int x = ReviewStyle.MARGIN + shown * step + (FACE - g.getFontMetrics().stringWidth(more)) / 2;
      g.drawString(more, x, TITLE + 4 + FACE / 2 + 6);
    }
  }
}
