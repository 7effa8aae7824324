package io.github.facesj.table;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.io.Reading;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the tables that {@link FaceCsv} wrote, exactly as they were. */
public final class FaceCsvReader {

  private static final List<String> NEEDED =
      List.of("photo", "slice", "face", "score", "x", "y", "width", "height");

  private FaceCsvReader() {}

  /**
   * All rows of a file, in its order.
   *
   * @throws FacesException if the file cannot be read or is not such a table, with the row
   */
  public static List<FaceRow> read(Path file) throws FacesException {
    return Reading.guarded("the table", file, () -> parse(file));
  }

  private static List<FaceRow> parse(Path file) throws FacesException {
    List<FaceRow> rows = new ArrayList<>();
    try (CsvReader csv = CsvReader.open("The table of faces", file, NEEDED)) {
      for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
        rows.add(row(file, row.get()));
      }
    }
    return List.copyOf(rows);
  }

  private static FaceRow row(Path file, CsvRow row) throws FacesException {
    try {
      if (row.misfit().isPresent()) {
        throw new IllegalArgumentException(row.misfit().get());
      }
      boolean none = row.text("face").isBlank();
      return new FaceRow(
          row.text("photo"),
          row.count("slice", 1),
          row.count("face", 0),
          none ? Optional.empty() : Optional.of(face(row)),
          row.provenance(),
          row.text("problem"));
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Row %d of the table %s is not a face: %s.",
              row.number(),
              file,
              Reason.of(e)),
          e);
    }
  }

  private static Face face(CsvRow row) {
    Box box = row.box("x", "y", "width", "height");
    return new Face(
        box,
        row.number("score"),
        row.points(LandmarkScheme.FIVE, "p%dx", "p%dy", BigDecimal.ZERO),
        Optional.empty(),
        Optional.empty());
  }
}
