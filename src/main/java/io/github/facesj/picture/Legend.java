package io.github.facesj.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Names and their colours in rows below a picture, on white. */
final class Legend {

  private record Entry(String name, PersonStyle style, double x, int row) {}

  private final int letters;
  private final List<Entry> entries = new ArrayList<>();
  private int rows = 1;

  /**
   * @param width of the picture
   * @param letters size of the letters
   * @param styles by name, in the order of the legend
   * @param measure the width of a name
   */
  Legend(
      int width, int letters, Map<String, PersonStyle> styles, ToDoubleFunction<String> measure) {
    this.letters = letters;
    double x = letters;
    for (Map.Entry<String, PersonStyle> person : styles.entrySet()) {
      double needed = 2.5 * letters + measure.applyAsDouble(person.getKey()) + 1.5 * letters;
      if (x > letters && x + needed > width) {
        x = letters;
        rows++;
      }
      entries.add(new Entry(person.getKey(), person.getValue(), x, rows - 1));
      x += needed;
    }
  }

  /** Pixels it needs. */
  int height() {
    return (int) Math.ceil(letters * (1 + 1.8 * rows));
  }

  /** Draws it from a row of the picture on. */
  void draw(Canvas canvas, int top) {
    for (Entry entry : entries) {
      double middle = top + letters * (1.4 + 1.8 * entry.row());
      double side = letters * 1.1;
      canvas.fill(entry.x(), middle - side / 2, 1.8 * side, side, Color.DARK_GRAY);
      float stroke = Math.max(1.5f, letters / 5f);
      canvas.frame(
          entry.x() + stroke,
          middle - side / 2 + stroke,
          1.8 * side - 2 * stroke,
          side - 2 * stroke,
          entry.style(),
          stroke);
      double height = canvas.size(entry.name(), LabelledPrint.font(letters))[1];
      canvas.text(
          entry.name(),
          LabelledPrint.font(letters),
          entry.x() + 2.5 * letters,
          middle - height / 2,
          Color.BLACK);
    }
  }
}
