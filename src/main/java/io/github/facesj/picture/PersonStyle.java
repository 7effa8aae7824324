package io.github.facesj.picture;

import java.util.List;

/**
 * A colour and a kind of line by which a person is told from others.
 *
 * @param rgb {@code 0xRRGGBB}
 * @param line 0 for a whole line, 1 and more for dashes of different lengths
 */
record PersonStyle(int rgb, int line) {

  /** Somebody without a name. */
  public static final PersonStyle NOBODY = new PersonStyle(0xe0e0e0, 0);

  /** Ordered so that neighbours differ in brightness, too; black is for the outlines. */
  private static final List<Integer> COLOURS =
      List.of(
          OkabeIto.SKY_BLUE,
          OkabeIto.ORANGE,
          OkabeIto.BLUISH_GREEN,
          OkabeIto.YELLOW,
          OkabeIto.REDDISH_PURPLE,
          OkabeIto.VERMILION,
          OkabeIto.BLUE);

  /**
   * The style of a person; from the eighth on the colours come again with other lines.
   *
   * @param number from 0, in the order of the names
   */
  public static PersonStyle of(int number) {
    return new PersonStyle(
        COLOURS.get(number % COLOURS.size()), number / COLOURS.size() % (LINES + 1));
  }

  /** Kinds of dashed lines. */
  private static final int LINES = 3;

  /** Lengths of dashes and gaps in stroke widths; empty for a whole line. */
  public List<Float> dashes() {
    return switch (line) {
      case 0 -> List.of();
      case 1 -> List.of(4f, 2f);
      case 2 -> List.of(1.5f, 1.5f);
      default -> List.of(6f, 2f, 1.5f, 2f);
    };
  }

  /** Black or white, whichever can be read better on the colour. */
  public int text() {
    return contrast(luminance(rgb), 0) >= contrast(1, luminance(rgb)) ? 0x000000 : 0xffffff;
  }

  /** Relative luminance (W3C, WCAG 2.1, "relative luminance"). */
  private static double luminance(int rgb) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double v = (rgb >> (16 - 8 * c) & 255) / 255.0;
      sum += weights[c] * (v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  /** Contrast (same source); at least 4.5 can be read well. */
  private static double contrast(double lighter, double darker) {
    return (lighter + 0.05) / (darker + 0.05);
  }
}
