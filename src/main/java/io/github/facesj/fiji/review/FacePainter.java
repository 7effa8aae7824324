package io.github.facesj.fiji.review;

import io.github.facesj.archive.ArchivedFace;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Paints faces as squares with round corners, as sharp as the screen is. */
final class FacePainter {

  private static final int ROUND = 10;
  private static final Color MARK = new Color(0x2E9E5B);

  private final Thumbnails thumbnails;

  FacePainter(Thumbnails thumbnails) {
    this.thumbnails = thumbnails;
  }

  /** The face alone; an empty square until its picture has been read. */
  void paint(Graphics2D g, ArchivedFace face, int x, int y, int side) {
    Optional<BufferedImage> image = thumbnails.get(face.id());
    if (image.isPresent() && !Thumbnails.isBroken(image.get())) {
      picture(g, image.get(), x, y, side);
      return;
    }
    g.setColor(ReviewStyle.EMPTY);
    g.fill(new RoundRectangle2D.Double(x, y, side, side, ROUND, ROUND));
    if (image.isPresent()) {
      g.setColor(ReviewStyle.FAINT);
      g.setFont(ReviewStyle.small());
      g.drawString("no picture", x + 6, y + side / 2 + 4);
    }
  }

  /** In the middle, as large as it fits, whatever its proportions. */
  private static void picture(Graphics2D g, BufferedImage image, int x, int y, int side) {
    double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
    int width = (int) Math.round(image.getWidth() * scale);
    int height = (int) Math.round(image.getHeight() * scale);
    g.drawImage(image, x + (side - width) / 2, y + (side - height) / 2, width, height, null);
  }

  /** A green tick at a face that a person put where it is. */
  void settled(Graphics2D g, int x, int y, int side) {
    int size = 16;
    int left = x + side - size - 3;
    int top = y + side - size - 3;
    g.setColor(Color.WHITE);
    g.fillOval(left - 1, top - 1, size + 2, size + 2);
    g.setColor(MARK);
    g.fillOval(left, top, size, size);
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.drawPolyline(
        new int[] {left + 4, left + 7, left + 12}, new int[] {top + 8, top + 11, top + 5}, 3);
  }

  /** A thick frame round a chosen face, with a thin one for the keyboard's place. */
  void chosen(Graphics2D g, int x, int y, int side, boolean chosen, boolean lead) {
    if (chosen) {
      g.setColor(ReviewStyle.ACCENT);
      g.setStroke(new BasicStroke(3));
      g.draw(new RoundRectangle2D.Double(x - 3, y - 3, side + 6, side + 6, ROUND + 4, ROUND + 4));
    }
    if (lead) {
      g.setColor(ReviewStyle.INK);
      g.setStroke(
          new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {2}, 0));
      g.draw(new RoundRectangle2D.Double(x - 6, y - 6, side + 12, side + 12, ROUND, ROUND));
    }
  }
}
