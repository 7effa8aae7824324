package io.github.facesj.picture;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Text cut to a width, with an ellipsis where something is missing. */
final class FittedText {

  private static final String ELLIPSIS = "\u2026";

  private FittedText() {}

  /**
   * As much of a text as fits, and never half a letter of it: an accent stays with its letter.
   *
   * @param width that may not be exceeded
   * @param measure the width of a text
   */
  static String of(String text, double width, ToDoubleFunction<String> measure) {
    if (measure.applyAsDouble(text) <= width) {
      return text;
    }
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    for (int end = letters.last(); end > 0; end = letters.previous()) {
      String cut = text.substring(0, end).stripTrailing() + ELLIPSIS;
      if (measure.applyAsDouble(cut) <= width) {
        return cut;
      }
    }
    return ELLIPSIS;
  }
}
