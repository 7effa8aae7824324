package io.github.facesj.io;

import io.github.facesj.run.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

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

  /**
   * Most digits. A double has 17; half a pixel added to a coordinate of 1e-20 makes 37. Exact
   * arithmetic takes time with the square of the digits.
   */
  private static final int MOST_DIGITS = 40;

  /** Digits with sign, point and exponent. */
  private static final int LONGEST = MOST_DIGITS + 10;

  /** The smallest double has 324 places after the point. */
  private static final int LARGEST_SCALE = 400;

  private static final MathContext WRITTEN = new MathContext(MOST_DIGITS);

  private Decimals() {}

  /** The number plus {@code shift}, in digits without an exponent. */
  public static String text(double value, BigDecimal shift) {
    BigDecimal moved = exact(value, shift);
    return moved.signum() == 0 ? "0" : moved.stripTrailingZeros().toPlainString();
  }

  /** The number as its shortest decimal digits, which name it and no other. */
  public static BigDecimal exact(double value) {
    return new BigDecimal(Double.toString(value));
  }

  /** The number plus {@code shift}, with as many digits as are read again. */
  public static BigDecimal exact(double value, BigDecimal shift) {
    return exact(value).add(shift).round(WRITTEN);
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
      if (stripped.length() > LONGEST) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "a number has more than %d digits", MOST_DIGITS));
      }
      BigDecimal number = new BigDecimal(stripped);
      if (number.precision() > MOST_DIGITS
          || Math.abs(number.scale()) > LARGEST_SCALE
          || !Double.isFinite(number.doubleValue())) {
        throw new IllegalArgumentException("a number is too large or too long");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(Reason.quote(stripped) + " is no number", e);
    }
  }
}
