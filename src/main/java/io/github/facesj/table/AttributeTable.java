package io.github.facesj.table;

import io.github.facesj.embed.FaceAttributes.Attribute;
import io.github.facesj.io.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was read off faces, one row per face and one without a face for a picture that has none:
 * {@code label} is empty for models that give a number, {@code value} is the number or the label's
 * share, 0 to 1.
 */
public final class AttributeTable {

  /** What such tables are known by, whatever the model. */
  public static final FileKind KIND = FaceCells.kind(List.of("label", "value"));

  private AttributeTable() {}

  /**
   * @param rows faces, and pictures without one
   * @param read what was read in each row, empty for those without a face
   * @throws IllegalArgumentException if there are not as many of one as of the other
   */
  public static CsvTable of(List<FaceRow> rows, List<Optional<Attribute>> read) {
    if (rows.size() != read.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d rows cannot have %d attributes.", rows.size(), read.size()));
    }
    List<String> headings = new ArrayList<>(FaceCells.HEADINGS);
    headings.addAll(List.of("label", "value"));
    headings.addAll(FaceCells.RUN_HEADINGS);
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>(FaceCells.of(rows.get(i)));
      cells.add(read.get(i).flatMap(Attribute::label).orElse(""));
      cells.add(read.get(i).map(a -> Double.toString(a.value())).orElse(""));
      cells.addAll(FaceCells.ofRun(rows.get(i)));
      all.add(cells);
    }
    return new CsvTable(headings, all);
  }
}
