package io.github.facesj.exchange.dataset;

import io.github.facesj.io.Decimals;
import io.github.facesj.run.Reason;
import java.math.BigDecimal;
import java.util.Locale;

/** Lines of numbers in the text files of WIDER FACE. */
final class WiderLines {

  private WiderLines() {}

  /**
   * @throws IllegalArgumentException if the line is no count
   */
  static int count(String line) {
    if (!line.matches("\\d{1,7}")) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is no number of faces", Reason.quote(line)));
    }
    return Integer.parseInt(line);
  }

  /**
   * @throws IllegalArgumentException if the line has not as many numbers
   */
  static double[] numbers(String line, int count) {
    String[] cells = line.split("\\s+");
    if (cells.length != count) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s should be %d numbers", Reason.quote(line), count));
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = Decimals.parse(cells[i], BigDecimal.ZERO);
    }
    return numbers;
  }
}
