package io.github.facesj.table;

import io.github.facesj.face.Box;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.Decimals;
import io.github.facesj.run.Problems;
import io.github.facesj.run.Provenance;
import io.github.facesj.run.Reason;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One row of a table that is read; its cells are found by the names of their columns. */
public final class CsvRow {

  private final CsvHeadings headings;
  private final List<String> cells;
  private final long number;
  private final DecimalMark mark;
  private final boolean mayLackOne;
  private final Runs runs;

  CsvRow(
      CsvHeadings headings,
      List<String> cells,
      long number,
      DecimalMark mark,
      boolean mayLackOne,
      Runs runs) {
    this.headings = headings;
    this.cells = cells;
    this.number = number;
    this.mark = mark;
    this.mayLackOne = mayLackOne;
    this.runs = runs;
  }

  /** Whether a line holds nothing but what parts cells. */
  static boolean isEmpty(String line) {
    return line.chars().allMatch(c -> c == ',' || c == ';' || c == '"' || c <= ' ');
  }

  /** Its number in the file, from 1 for the first line, as a spreadsheet counts. */
  public long number() {
    return number;
  }

  /** All cells, as they stand in the file. */
  public List<String> cells() {
    return cells;
  }

  /**
   * Why the row is not as long as the headings, such as {@code it has 3 of 8 cells}; empty where it
   * is. A row that was cut short has lost something, and one that is longer has a cell that fell
   * apart.
   */
  public Optional<String> misfit() {
    int width = headings.width();
    long filled = cells.stream().skip(width).filter(c -> !c.isBlank()).count();
    return cells.size() < width - (mayLackOne ? 1 : 0) || filled > 0
        ? Optional.of(String.format(Locale.ROOT, "it has %d of %d cells", cells.size(), width))
        : Optional.empty();
  }

  /**
   * What a reader makes of the row.
   *
   * @param problems gets the reason where it makes no sense
   */
  public <T> Optional<T> read(CsvReader.RowReader<T> reader, Problems problems) {
    Optional<String> misfit = misfit();
    try {
      if (misfit.isEmpty()) {
        return Optional.of(reader.read(this));
      }
    } catch (IllegalArgumentException e) {
      misfit = Optional.of(Reason.of(e));
    }
    problems.add(String.format(Locale.ROOT, "Row %d cannot be used: %s.", number, misfit.get()));
    return Optional.empty();
  }

  public boolean has(String heading) {
    return headings.indexOf(heading) >= 0;
  }

  /** Where a column is, from 0; -1 where there is none. */
  public int indexOf(String heading) {
    return headings.indexOf(heading);
  }

  /** The text of a cell; empty where there is no such column or the row ends before it. */
  public String text(String heading) {
    return text(headings.indexOf(heading));
  }

  /**
   * The text of a cell.
   *
   * @param column from 0
   */
  public String text(int column) {
    return column < 0 || column >= cells.size() ? "" : FormulaGuard.unguarded(cells.get(column));
  }

  /** What made the row: by its own cells, or by the description of its table. */
  public Provenance provenance() {
    return runs.of(
        text(has(Columns.EMBEDDER.name()) ? Columns.EMBEDDER.name() : Columns.MODEL.name()),
        text(Columns.SHA256.name()),
        text(Columns.PARAMETERS.name()));
  }

  /** The number in a cell. */
  public double number(String heading) {
    return number(heading, BigDecimal.ZERO);
  }

  /** The number in a cell minus {@code shift}. */
  public double number(String heading, BigDecimal shift) {
    return number(headings.indexOf(heading), heading, shift);
  }

  /**
   * The number in a cell.
   *
   * @param column from 0
   */
  public double number(int column) {
    return number(column, headings.names().get(column), BigDecimal.ZERO);
  }

  private double number(int column, String heading, BigDecimal shift) {
    // A minus sign is no formula here: what stands in a column of numbers was never guarded.
    String cell = column < 0 || column >= cells.size() ? "" : cells.get(column);
    try {
      return Decimals.parse(mark.pointed(cell.strip()), shift);
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
    double value = text.indexOf(',') < 0 ? number(heading) : Double.NaN;
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
    if (text(numbered(x, 0)).isBlank()) {
      return Optional.empty();
    }
    double[] xy = new double[2 * scheme.points()];
    for (int i = 0; i < scheme.points(); i++) {
      xy[2 * i] = number(numbered(x, i), shift);
      xy[2 * i + 1] = number(numbered(y, i), shift);
    }
    return Optional.of(Landmarks.of(scheme, xy));
  }

  /** The name of a column among numbered ones, in the digits that files have in all languages. */
  public static String numbered(String heading, int number) {
    return heading.replace("%d", Integer.toString(number));
  }

  /** The scheme of so many points. */
  public static LandmarkScheme scheme(int points) {
    return Arrays.stream(LandmarkScheme.values())
        .filter(s -> s.points() == points)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    points
                        + " points are no mark-up that FacesJ knows; it knows 5, 68, 98 and 106"));
  }
}
