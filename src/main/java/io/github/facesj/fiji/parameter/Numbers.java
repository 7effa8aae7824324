package io.github.facesj.fiji.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lists of numbers as macros and dialogs write them. */
final class Numbers {

  private Numbers() {}

  /**
   * @param what the parameter, to begin a sentence with
   * @param text numbers between commas or blanks
   * @throws IllegalArgumentException if one is no number
   */
  static List<Double> list(String what, String text) {
    try {
      return Arrays.stream(text.strip().split("[,;\\s]+")).map(Double::valueOf).toList();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be numbers with commas between them, such as 0.5, 1, 2, but were \"%s\".",
              what,
              text),
          e);
    }
  }
}
