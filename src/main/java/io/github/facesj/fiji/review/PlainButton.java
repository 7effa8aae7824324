package io.github.facesj.fiji.review;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;

/** A button that looks the same everywhere: a thin frame, blue where it has the focus. */
final class PlainButton extends JButton {

  private static final long serialVersionUID = 1L;
  private static final int ROUND = 8;

  PlainButton(Action action) {
    super(action);
    setFont(ReviewStyle.text());
    setContentAreaFilled(false);
    setFocusPainted(false);
    setOpaque(false);
    setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
    setBorder(BorderFactory.createEmptyBorder(5, 10, 5, 10));
  }

  @Override
  protected void paintComponent(Graphics g) {
    boolean pressed = getModel().isArmed();
    Color ground =
        !isEnabled() ? ReviewStyle.DESK : pressed ? ReviewStyle.CHOSEN : ReviewStyle.PAPER;
    Graphics2D smooth = ReviewStyle.smooth(g);
    smooth.setColor(ground);
    smooth.fillRoundRect(0, 0, getWidth() - 1, getHeight() - 1, ROUND, ROUND);
    boolean lit = isEnabled() && (isFocusOwner() || getModel().isRollover());
    smooth.setColor(lit ? ReviewStyle.ACCENT : ReviewStyle.LINE);
    smooth.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, ROUND, ROUND);
    smooth.dispose();
    setForeground(isEnabled() ? ReviewStyle.INK : ReviewStyle.FAINT);
    super.paintComponent(g);
  }
}
