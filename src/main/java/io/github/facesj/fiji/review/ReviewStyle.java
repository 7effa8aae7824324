package io.github.facesj.fiji.review;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** Colours, fonts and distances of the window, the same in all its parts. */
final class ReviewStyle {

  static final Color PAPER = Color.WHITE;
  static final Color DESK = new Color(0xF4F5F7);
  static final Color LINE = new Color(0xD9DDE3);
  static final Color INK = new Color(0x1F2933);
  static final Color FAINT = new Color(0x66717F);
  static final Color EMPTY = new Color(0xE7EAEE);

  /** Sentences that say what cannot be done. */
  static final Color WRONG = new Color(0xB3261E);

  /** What is selected, and what has the focus: dark enough beside skin, with white text on it. */
  static final Color ACCENT = new Color(0x1F6FD1);

  static final Color CHOSEN = new Color(0xE3EEFC);

  /** Between parts. */
  static final int GAP = 8;

  /** Around parts. */
  static final int MARGIN = 12;

  private static final int SIZE = 13;

  private ReviewStyle() {}

  static Font text() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, SIZE);
  }

  static Font small() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, SIZE - 1);
  }

  static Font bold() {
    return new Font(Font.SANS_SERIF, Font.BOLD, SIZE);
  }

  static Font title() {
    return new Font(Font.SANS_SERIF, Font.BOLD, SIZE + 3);
  }

  /** A copy that draws smooth lines, text and pictures. */
  static Graphics2D smooth(Graphics g) {
    Graphics2D smooth = (Graphics2D) g.create();
    smooth.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    smooth.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    smooth.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    smooth.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    return smooth;
  }
}
