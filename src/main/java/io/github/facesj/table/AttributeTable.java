package io.github.facesj.table;

import io.github.facesj.embed.FaceAttributes.Attribute;
import io.github.facesj.io.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was read off faces, one row per face and one without a face for a picture that has none. */
public final class AttributeTable {

  private static final Column<String> LABEL =
      Column.text("label", "the likeliest label; empty for models that give a number");
  private static final Column<Number> VALUE =
      Column.decimal("value", Unit.NONE, "the number, or the label's share, 0 to 1");

  private record Labelled(FaceRow row, Optional<Attribute> read) {}

  private static final Schema<Labelled> SCHEMA =
      FaceSchema.FACE
          .on(Labelled::row)
          .plus(
              LABEL.of(row -> row.read().flatMap(Attribute::label).orElse("")),
              VALUE.ofOptional(row -> row.read().map(Attribute::value)))
          .plus(FaceSchema.RUN.on(Labelled::row));

  /** What such tables are known by, whatever the model. */
  public static final FileKind KIND = SCHEMA.kind();

  private AttributeTable() {}

  /**
   * @param rows faces, and pictures without one
   * @param read what was read in each row, empty for those without a face
   * @throws IllegalArgumentException if there are not as many of one as of the other
   */
  public static Table of(List<FaceRow> rows, List<Optional<Attribute>> read) {
    if (rows.size() != read.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d rows cannot have %d attributes.", rows.size(), read.size()));
    }
    List<Labelled> labelled = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      labelled.add(new Labelled(rows.get(i), read.get(i)));
    }
    return SCHEMA.table(labelled).madeBy(rows.stream().map(FaceRow::run));
  }
}
