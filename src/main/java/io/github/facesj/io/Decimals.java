package io.github.facesj.io;

import java.math.BigDecimal;

/**
 * Coordinates as decimal numbers. Formats count from other places than FacesJ does, such as the
 * centre of the first pixel; the half pixel is added in decimals, so that reading takes away
 * exactly what writing added.
 */
public final class Decimals {

  /** The centre of the first pixel is (0, 0), as in OpenCV; in FacesJ it is (0.5, 0.5). */
  public static final BigDecimal FROM_CENTRE = new BigDecimal("-0.5");

  /** The centre of the first pixel is (1, 1), as in Matlab. */
  public static final BigDecimal FROM_ONE = new BigDecimal("0.5");

  /** The longest double has 17 digits and an exponent of at most 324 places. */
  private static final int LONGEST = 400;

  private Decimals() {}

  /** The number plus {@code shift}, in digits without an exponent. */
  public static String text(double value, BigDecimal shift) {
    BigDecimal moved = exact(value).add(shift);
    return moved.signum() == 0 ? "0" : moved.stripTrailingZeros().toPlainString();
  }

  /** The number as its shortest decimal digits, which name it and no other. */
  public static BigDecimal exact(double value) {
    return new BigDecimal(Double.toString(value));
  }

  /**
   * The number of a text minus {@code shift}.
   *
   * @throws IllegalArgumentException if the text is no finite number
   */
  public static double parse(String text, BigDecimal shift) {
    return parse(text).subtract(shift).doubleValue();
  }

  /**
   * The number of a text. Numbers of absurd length or exponent are refused, because exact
   * arithmetic would write out all their digits.
   *
   * @throws IllegalArgumentException if the text is no finite number
   */
  public static BigDecimal parse(String text) {
    String stripped = text.strip();
    try {
      BigDecimal number =
          stripped.length() > LONGEST ? BigDecimal.TEN.pow(LONGEST) : new BigDecimal(stripped);
      if (Math.abs(number.scale()) > LONGEST || !Double.isFinite(number.doubleValue())) {
        throw new IllegalArgumentException("a number is too large or too long");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"%s\" is no number".formatted(brief(stripped)), e);
    }
  }

  private static String brief(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
