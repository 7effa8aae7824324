package io.github.facesj.table;

import io.github.facesj.run.Reason;
import java.util.regex.Pattern;

/**
 * Reads the decimal mark of numbers in one table. The point is one everywhere. The comma is one
 * where it does not part the cells, as spreadsheets of many countries write it. What could be
 * thousands as well is refused, not guessed.
 */
final class DecimalMark {

  /** {@code 1,234} and {@code 12.345}: a number with three decimals, or thousands. */
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}");

  private final boolean comma;
  private char seen;

  /**
   * @param comma whether a comma in a number is its decimal mark
   */
  DecimalMark(boolean comma) {
    this.comma = comma;
  }

  /**
   * The number with a point.
   *
   * @throws IllegalArgumentException if it is not clear which number it is
   */
  String pointed(String number) {
    int commas = count(number, ',');
    int points = count(number, '.');
    if (commas + points == 0) {
      return number;
    }
    char mark = commas > 0 ? ',' : '.';
    boolean other = seen != 0 && seen != mark && THOUSANDS.matcher(number).matches();
    if (commas + points > 1 || other) {
      throw new IllegalArgumentException(
          "it is not clear which of the marks in "
              + Reason.quote(number)
              + " is the decimal one; save the table with numbers such as 1234.5");
    }
    if (commas > 0 && !comma) {
      throw new IllegalArgumentException(
          Reason.quote(number)
              + " has a comma for the decimal mark, which parts the cells here; save the table"
              + " with decimal points, or with semicolons between the cells");
    }
    if (!THOUSANDS.matcher(number).matches()) {
      seen = mark;
    }
    return number.replace(',', '.');
  }

  private static int count(String text, char mark) {
    return (int) text.chars().filter(c -> c == mark).count();
  }
}
