package io.github.facesj.table;

import io.github.facesj.face.Box;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.Decimals;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problems;
import io.github.facesj.run.Reason;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One row after the other of a table whose columns are found by their headings. */
public final class Columns {

  /** Work on a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    /**
     * @throws IllegalArgumentException if the row makes no sense, with the reason
     */
    T read(Columns row);
  }

  private final CsvTable table;
  private final Map<String, Integer> columns = new HashMap<>();
  private final boolean guarded;
  private List<String> row = List.of();

  private Columns(CsvTable table) {
    this.table = table;
    for (int i = 0; i < table.headings().size(); i++) {
      columns.putIfAbsent(table.headings().get(i), i);
    }
    // FacesJ's own tables name the model's hash; only there an apostrophe is a guard.
    this.guarded = columns.containsKey("sha256");
  }

  /**
   * Reads a table.
   *
   * @param problems gets the rows that make no sense; the others are read
   * @throws FacesException if it cannot be read, or a column is missing
   */
  public static <T> List<T> read(
      Path file, List<String> needed, RowReader<T> reader, Problems problems)
      throws FacesException {
    return read(file.toString(), CsvTable.read("The table", file), needed, reader, problems);
  }

  /**
   * Reads a table that somebody else opened.
   *
   * @param file what to call it
   * @param problems gets the rows that make no sense; the others are read
   * @throws FacesException if a column is missing
   */
  public static <T> List<T> read(
      String file, CsvTable table, List<String> needed, RowReader<T> reader, Problems problems)
      throws FacesException {
    Columns columns = new Columns(table);
    for (String heading : needed) {
      if (!columns.has(heading)) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The table %s has no column \"%s\", so it is of another kind. Choose another format"
                    + " or file.",
                file,
                heading));
      }
    }
    List<List<String>> rows = columns.table.rows();
    List<T> read = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      columns.row = rows.get(i);
      Optional<String> misfit = table.misfit(i);
      try {
        if (misfit.isEmpty()) {
          read.add(reader.read(columns));
        }
      } catch (IllegalArgumentException e) {
        misfit = Optional.of(Reason.of(e));
      }
      if (misfit.isPresent()) {
        problems.add(String.format(Locale.ROOT, "Row %d cannot be used: %s.", i + 2, misfit.get()));
      }
    }
    return read;
  }

  public boolean has(String heading) {
    return columns.containsKey(heading);
  }

  /** The text of a cell; empty where there is no such column or the row ends before it. */
  public String text(String heading) {
    Integer at = columns.get(heading);
    if (at == null || at >= row.size()) {
      return "";
    }
    return guarded ? FaceCsv.unguarded(row.get(at)) : row.get(at);
  }

  /** The number in a cell. */
  public double number(String heading) {
    return number(heading, BigDecimal.ZERO);
  }

  /** The number in a cell minus {@code shift}. */
  public double number(String heading, BigDecimal shift) {
    try {
      return Decimals.parse(text(heading), shift);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "column \"%s\": %s", heading, Reason.of(e)), e);
    }
  }

  /** The whole number in a cell, or {@code otherwise} where it is empty. */
  public int count(String heading, int otherwise) {
    String text = text(heading).strip();
    if (text.isEmpty()) {
      return otherwise;
    }
    double value = number(heading);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "column \"%s\" should have a whole number, but has %s",
              heading,
              Reason.quote(text)));
    }
    return (int) value;
  }

  /** The box in four cells. */
  public Box box(String x, String y, String width, String height) {
    return new Box(number(x), number(y), number(width), number(height));
  }

  /**
   * Points in columns of their own.
   *
   * @param x heading of an x, with {@code %d} for the number of the point
   * @return empty where the first cell is
   */
  public Optional<Landmarks> points(LandmarkScheme scheme, String x, String y, BigDecimal shift) {
    if (text(String.format(Locale.ROOT, x, 0)).isBlank()) {
      return Optional.empty();
    }
    double[] xy = new double[2 * scheme.points()];
    for (int i = 0; i < scheme.points(); i++) {
      xy[2 * i] = number(String.format(Locale.ROOT, x, i), shift);
      xy[2 * i + 1] = number(String.format(Locale.ROOT, y, i), shift);
    }
    return Optional.of(Landmarks.of(scheme, xy));
  }

  /** The scheme of so many points. */
  public static LandmarkScheme scheme(int points) {
    return Arrays.stream(LandmarkScheme.values())
        .filter(s -> s.points() == points)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "%d points are no mark-up that FacesJ knows; it knows 5, 68, 98 and 106",
                        points)));
  }
}
