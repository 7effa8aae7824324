package io.github.facesj.fiji.dialog;

import java.awt.Color;
import javax.swing.UIManager;

/** Colours that can be read on light and on dark looks of Swing. */
final class Tone {

  private static final Color WRONG_ON_LIGHT = new Color(0xB3261E);
  private static final Color WRONG_ON_DARK = new Color(0xFF8A80);

  private Tone() {}

  /** Of what cannot be done. */
  static Color wrong() {
    return brightness(background()) < 128 ? WRONG_ON_DARK : WRONG_ON_LIGHT;
  }

  /** Of text that is less important, but still to be read: two parts ink, one part paper. */
  static Color faint() {
    Color ink = or(UIManager.getColor("Label.foreground"), Color.BLACK);
    Color paper = background();
    return new Color(
        (2 * ink.getRed() + paper.getRed()) / 3,
        (2 * ink.getGreen() + paper.getGreen()) / 3,
        (2 * ink.getBlue() + paper.getBlue()) / 3);
  }

  private static Color background() {
    return or(UIManager.getColor("Panel.background"), Color.WHITE);
  }

  private static Color or(Color color, Color otherwise) {
    return color == null ? otherwise : color;
  }

  /** Luma of Rec. 601, 0 to 255. */
  private static double brightness(Color c) {
    return 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue();
  }
}
