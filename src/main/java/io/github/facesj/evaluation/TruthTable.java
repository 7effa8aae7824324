package io.github.facesj.evaluation;

import io.github.facesj.face.Box;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.Reading;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import io.github.facesj.table.CsvReader;
import io.github.facesj.table.CsvRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tables of what is true of photos, as data sets have them. The photo stands in a column {@code
 * photo}, {@code image}, {@code name}, or in one without a heading; names are relative to the
 * folder of the photos. Boxes are {@code x, y, width, height}. Points are {@code x_0 ... y_0 ...},
 * {@code p0x, p0y ...}, or numbered columns with x and y in turn.
 */
public final class TruthTable {

  private static final List<String> PHOTO = List.of("photo", "image", "name", "file", "");
  private static final List<String> BOX = List.of("x", "y", "width", "height");

  private final Path file;
  private final List<String> headings;
  private final List<CsvRow> rows;
  private final int photo;

  private TruthTable(Path file, List<String> headings, List<CsvRow> rows, int photo) {
    this.file = file;
    this.headings = headings;
    this.rows = rows;
    this.photo = photo;
  }

  /**
   * @throws FacesException if the file cannot be read, or has no column with photos
   */
  public static TruthTable read(Path file) throws FacesException {
    return Reading.guarded("the ground truth", file, () -> parse(file));
  }

  private static TruthTable parse(Path file) throws FacesException {
    List<CsvRow> rows = new ArrayList<>();
    try (CsvReader csv = CsvReader.open("The ground truth", file, List.of())) {
      for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
        Optional<String> misfit = row.get().misfit();
        if (misfit.isPresent()) {
          throw new FacesException(
              String.format(
                  Locale.ROOT,
                  "Row %d of the ground truth %s cannot be used: %s. Get the file again, or remove"
                      + " the row.",
                  row.get().number(),
                  file,
                  misfit.get()));
        }
        rows.add(row.get());
      }
      csv.requireRows();
      for (String heading : PHOTO) {
        int column = csv.indexOf(heading);
        if (column >= 0) {
          return new TruthTable(file, csv.headings(), rows, column);
        }
      }
    }
    throw new FacesException(
        String.format(
            Locale.ROOT,
            "The ground truth %s has no column \"photo\" or \"image\" with the names of the"
                + " photos.",
            file));
  }

  /**
   * The boxes of each photo, in the order of the table.
   *
   * @throws FacesException if a column is missing, or a number is none
   */
  public Map<String, List<Box>> boxes() throws FacesException {
    requireBoxes();
    Map<String, List<Box>> boxes = new LinkedHashMap<>();
    for (CsvRow row : rows) {
      List<Box> here = boxes.computeIfAbsent(name(row), n -> new ArrayList<>());
      box(row).ifPresent(here::add);
    }
    return boxes;
  }

  /** The box of each row; all are empty where the table has no boxes. */
  List<Optional<Box>> boxOfEachRow() throws FacesException {
    boolean boxes = rows.get(0).has(BOX.get(0));
    if (boxes) {
      requireBoxes();
    }
    List<Optional<Box>> each = new ArrayList<>();
    for (CsvRow row : rows) {
      each.add(boxes ? box(row) : Optional.empty());
    }
    return each;
  }

  /** The texts of a column, row by row. */
  List<String> texts(String heading) throws FacesException {
    requireColumn(heading);
    return rows.stream().map(row -> row.text(heading).strip()).toList();
  }

  private void requireBoxes() throws FacesException {
    for (String heading : BOX) {
      requireColumn(heading);
    }
  }

  private void requireColumn(String heading) throws FacesException {
    if (!rows.get(0).has(heading)) {
      throw new FacesException(
          String.format(Locale.ROOT, "The ground truth %s has no column \"%s\".", file, heading));
    }
  }

  /** A row of FacesJ's own tables for a photo without a face has no box. */
  private Optional<Box> box(CsvRow row) throws FacesException {
    if (row.text(BOX.get(0)).isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(row.box(BOX.get(0), BOX.get(1), BOX.get(2), BOX.get(3)));
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Row %d of the ground truth %s is no box: %s.",
              row.number(),
              file,
              Reason.of(e)),
          e);
    }
  }

  /**
   * The points of the faces of each photo, in the order of the table.
   *
   * @throws FacesException if the columns are those of no mark-up, or a number is none
   */
  public Map<String, List<Landmarks>> landmarks() throws FacesException {
    int[] columns = pointColumns();
    LandmarkScheme scheme = null;
    for (LandmarkScheme s : LandmarkScheme.values()) {
      scheme = s.points() * 2 == columns.length ? s : scheme;
    }
    if (scheme == null) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The ground truth %s has %d points in a row; FacesJ knows mark-ups of 5, 68, 98 and"
                  + " 106.",
              file,
              columns.length / 2));
    }
    Map<String, List<Landmarks>> faces = new LinkedHashMap<>();
    for (CsvRow row : rows) {
      faces
          .computeIfAbsent(name(row), n -> new ArrayList<>())
          .add(Landmarks.of(scheme, numbers(row, columns)));
    }
    return faces;
  }

  /** Columns of x0, y0, x1, y1, ...: by one of the ways they are named, else from left to right. */
  private int[] pointColumns() {
    CsvRow any = rows.get(0);
    for (String[] way : new String[][] {{"x_%d", "y_%d"}, {"x%d", "y%d"}, {"p%dx", "p%dy"}}) {
      List<Integer> found = new ArrayList<>();
      for (int i = 0; any.has(CsvRow.numbered(way[0], i)); i++) {
        found.add(any.indexOf(CsvRow.numbered(way[0], i)));
        found.add(any.indexOf(CsvRow.numbered(way[1], i)));
      }
      if (!found.isEmpty() && !found.contains(-1)) {
        return found.stream().mapToInt(Integer::intValue).toArray();
      }
    }
    return IntStream.range(0, headings.size())
        .filter(i -> i != photo && i != any.indexOf("face"))
        .toArray();
  }

  /** The photo of a row. */
  String name(int row) {
    return name(rows.get(row));
  }

  private String name(CsvRow row) {
    return row.text(photo).strip();
  }

  private double[] numbers(CsvRow row, int[] columns) throws FacesException {
    double[] numbers = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      try {
        numbers[i] = row.number(columns[i]);
      } catch (IllegalArgumentException e) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "Row %d of the ground truth %s should have a number in column \"%s\", but has %s.",
                row.number(),
                file,
                headings.get(columns[i]),
                Reason.quote(row.text(columns[i]).strip())),
            e);
      }
    }
    return numbers;
  }
}
