package io.github.facesj.evaluation;

import io.github.facesj.face.Box;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.Reading;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import io.github.facesj.table.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
  private final CsvTable table;
  private final int photo;

  private TruthTable(Path file, CsvTable table, int photo) {
    this.file = file;
    this.table = table;
    this.photo = photo;
  }

  /**
   * @throws FacesException if the file cannot be read, or has no column with photos
   */
  public static TruthTable read(Path file) throws FacesException {
    CsvTable table =
        Reading.guarded("the ground truth", file, () -> CsvTable.read("The ground truth", file));
    for (int r = 0; r < table.rows().size(); r++) {
      Optional<String> misfit = table.misfit(r);
      if (misfit.isPresent()) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "Row %d of the ground truth %s cannot be used: %s. Get the file again, or remove"
                    + " the row.",
                r + 2,
                file,
                misfit.get()));
      }
    }
    for (String heading : PHOTO) {
      int column = table.headings().indexOf(heading);
      if (column >= 0) {
        return new TruthTable(file, table, column);
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
    int[] columns = boxColumns();
    Map<String, List<Box>> boxes = new LinkedHashMap<>();
    for (int r = 0; r < table.rows().size(); r++) {
      List<Box> here = boxes.computeIfAbsent(name(r), n -> new ArrayList<>());
      box(r, columns).ifPresent(here::add);
    }
    return boxes;
  }

  /** The box of each row; all are empty where the table has no boxes. */
  List<Optional<Box>> boxOfEachRow() throws FacesException {
    boolean boxes = table.headings().contains(BOX.get(0));
    int[] columns = boxes ? boxColumns() : new int[0];
    List<Optional<Box>> each = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      each.add(boxes ? box(r, columns) : Optional.empty());
    }
    return each;
  }

  /** The texts of a column, row by row; a row that ends before it has an empty one. */
  List<String> texts(String heading) throws FacesException {
    int column = column(heading);
    return table.rows().stream()
        .map(row -> column < row.size() ? row.get(column).strip() : "")
        .toList();
  }

  private int[] boxColumns() throws FacesException {
    int[] columns = new int[BOX.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(BOX.get(i));
    }
    return columns;
  }

  /** A row of FacesJ's own tables for a photo without a face has no box. */
  private Optional<Box> box(int row, int[] columns) throws FacesException {
    if (table.rows().get(row).get(columns[0]).isBlank()) {
      return Optional.empty();
    }
    double[] v = numbers(row, columns);
    try {
      return Optional.of(new Box(v[0], v[1], v[2], v[3]));
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Row %d of the ground truth %s is no box: %s.",
              row + 2,
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
    for (int r = 0; r < table.rows().size(); r++) {
      faces
          .computeIfAbsent(name(r), n -> new ArrayList<>())
          .add(Landmarks.of(scheme, numbers(r, columns)));
    }
    return faces;
  }

  /** Columns of x0, y0, x1, y1, ...: by one of the ways they are named, else from left to right. */
  private int[] pointColumns() {
    for (String[] way : new String[][] {{"x_%d", "y_%d"}, {"x%d", "y%d"}, {"p%dx", "p%dy"}}) {
      List<Integer> found = new ArrayList<>();
      for (int i = 0; table.headings().contains(String.format(Locale.ROOT, way[0], i)); i++) {
        found.add(table.headings().indexOf(String.format(Locale.ROOT, way[0], i)));
        found.add(table.headings().indexOf(String.format(Locale.ROOT, way[1], i)));
      }
      if (!found.isEmpty() && !found.contains(-1)) {
        return found.stream().mapToInt(Integer::intValue).toArray();
      }
    }
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < table.headings().size(); i++) {
      if (i != photo && !table.headings().get(i).equals("face")) {
        rest.add(i);
      }
    }
    return rest.stream().mapToInt(Integer::intValue).toArray();
  }

  private int column(String heading) throws FacesException {
    int column = table.headings().indexOf(heading);
    if (column < 0) {
      throw new FacesException(
          String.format(Locale.ROOT, "The ground truth %s has no column \"%s\".", file, heading));
    }
    return column;
  }

  /** The photo of a row. */
  String name(int row) {
    return table.rows().get(row).get(photo).strip();
  }

  private double[] numbers(int row, int[] columns) throws FacesException {
    List<String> cells = table.rows().get(row);
    double[] numbers = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      String cell = columns[i] < cells.size() ? cells.get(columns[i]).strip() : "";
      try {
        numbers[i] = Double.parseDouble(cell);
      } catch (NumberFormatException e) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "Row %d of the ground truth %s should have a number in column \"%s\", but has %s.",
                row + 2,
                file,
                table.headings().get(columns[i]),
                Reason.quote(cell)),
            e);
      }
    }
    return numbers;
  }
}
