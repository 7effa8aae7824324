package io.github.facesj.fiji.overlay;

import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.facesj.picture.PersonStyle;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names and their colours in rows below a picture, on white. */
final class Legend {

  private record Entry(TextRoi text, PersonStyle style, double x, int row) {}

  private final int letters;
  private final List<Entry> entries = new ArrayList<>();
  private int rows = 1;

  /**
   * @param width of the picture
   * @param letters size of the letters
   * @param styles by name, in the order of the legend
   */
  Legend(int width, int letters, Map<String, PersonStyle> styles) {
    this.letters = letters;
    double x = letters;
    for (Map.Entry<String, PersonStyle> person : styles.entrySet()) {
      TextRoi text = new TextRoi(0.0, 0.0, person.getKey(), LabelledPrint.font(letters));
      text.setStrokeColor(Color.BLACK);
      text.setAntialiased(true);
      double needed = 2.5 * letters + text.getFloatWidth() + 1.5 * letters;
      if (x > letters && x + needed > width) {
        x = letters;
        rows++;
      }
      entries.add(new Entry(text, person.getValue(), x, rows - 1));
      x += needed;
    }
  }

  /** Pixels it needs. */
  int height() {
    return (int) Math.ceil(letters * (1 + 1.8 * rows));
  }

  /** The elements, when it begins at a row of the picture. */
  List<Roi> rois(int top) {
    List<Roi> rois = new ArrayList<>();
    for (Entry entry : entries) {
      double middle = top + letters * (1.4 + 1.8 * entry.row());
      double side = letters * 1.1;
      Roi plate = new Roi(entry.x(), middle - side / 2, 1.8 * side, side);
      plate.setFillColor(Color.DARK_GRAY);
      rois.add(plate);
      float stroke = Math.max(1.5f, letters / 5f);
      rois.add(
          LabelledPrint.stroked(
              new Roi(
                  entry.x() + stroke,
                  middle - side / 2 + stroke,
                  1.8 * side - 2 * stroke,
                  side - 2 * stroke),
              new Color(entry.style().rgb()),
              stroke,
              entry.style().dashes()));
      entry
          .text()
          .setLocation(entry.x() + 2.5 * letters, middle - entry.text().getFloatHeight() / 2);
      rois.add(entry.text());
    }
    return rois;
  }
}
