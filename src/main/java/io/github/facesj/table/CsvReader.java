package io.github.facesj.table;

import io.github.facesj.io.InputFile;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problems;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a table row by row, as people's files are: cells parted by commas, semicolons or tabs,
 * perhaps named in a first line {@code sep=;}; UTF-8 or UTF-16 with or without a byte order mark;
 * any ends of lines; headings in any case of letters; empty rows, rows of bare commas, and empty
 * columns behind the last. A row that was cut short, or has a cell too many, is told with its
 * number.
 */
public final class CsvReader implements AutoCloseable {

  /**
   * A column at the end that is mostly empty. Excel leaves out separators there: "Column delimiters
   * are missing in an Excel spreadsheet that is saved as text" (Microsoft, support.microsoft.com).
   */
  private static final String OFTEN_EMPTY = "problem";

  /** Makes something of a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    /**
     * @throws IllegalArgumentException if the row makes no sense, with the reason
     */
    T read(CsvRow row);
  }

  private final String what;
  private final Path file;
  private final Runs runs;
  private final Reader text;
  private final CsvRecords records;
  private CsvDialect dialect;
  private CsvHeadings headings;
  private DecimalMark mark;
  private long begin;
  private boolean none = true;

  private CsvReader(String what, Path file, Runs runs, Reader text) {
    this.what = what;
    this.file = file;
    this.runs = runs;
    this.text = text;
    this.records = new CsvRecords(text);
  }

  /**
   * Opens a table and reads its headings.
   *
   * @param what the file, to begin a sentence with, such as {@code The ground truth}
   * @param needed columns without which it is a table of another kind
   * @throws FacesException if the file cannot be read, is no table, or lacks columns
   */
  public static CsvReader open(String what, Path file, List<String> needed) throws FacesException {
    InputFile.requireSize(what, file, InputFile.COLLECTION);
    Runs runs = TableDescription.read(file);
    try {
      CsvReader reader = new CsvReader(what, file, runs, CsvEncoding.open(file));
      try {
        reader.begin(needed);
        reader.headings.require(what + " " + file, needed);
        return reader;
      } catch (IOException | FacesException | RuntimeException e) {
        reader.text.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(what, file, e);
    }
  }

  /**
   * Reads what can be read of a table.
   *
   * @param problems gets the rows that make no sense; the others are read
   * @throws FacesException if it cannot be read, has no rows, or lacks a column
   */
  public static <T> List<T> read(
      Path file, List<String> needed, RowReader<T> reader, Problems problems)
      throws FacesException {
    List<T> read = new ArrayList<>();
    try (CsvReader csv = open("The table", file, needed)) {
      for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
        row.get().read(reader, problems).ifPresent(read::add);
      }
      csv.requireRows();
    }
    return read;
  }

  /**
   * Takes what can be taken of a table that is no file; its first row is called row 2.
   *
   * @param name what to call the table
   * @param rows the cells, as many as headings in each
   * @param needed columns without which it is a table of another kind
   * @param problems gets the rows that make no sense
   * @throws FacesException if a column is missing
   */
  public static <T> List<T> read(
      String name,
      List<String> headings,
      List<List<String>> rows,
      List<String> needed,
      RowReader<T> reader,
      Problems problems)
      throws FacesException {
    CsvHeadings columns = new CsvHeadings(headings);
    columns.require("The table " + name, needed);
    List<T> read = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      new CsvRow(columns, rows.get(i), i + 2, new DecimalMark(false), false, Runs.NONE)
          .read(reader, problems)
          .ifPresent(read::add);
    }
    return read;
  }

  private void begin(List<String> needed) throws IOException {
    String line = records.next();
    OptionalInt named = line == null ? OptionalInt.empty() : CsvDialect.named(line);
    if (named.isPresent()) {
      line = records.next();
    }
    while (line != null && CsvRow.isEmpty(line)) {
      line = records.next();
    }
    String head = line == null ? "" : line;
    dialect =
        named.isPresent() ? CsvDialect.of((char) named.getAsInt()) : CsvDialect.guess(head, needed);
    headings = new CsvHeadings(dialect.cells(head));
    begin = records.number();
    mark = new DecimalMark(dialect.hasDecimalComma());
  }

  /**
   * @throws FacesException if no row was read
   */
  public void requireRows() throws FacesException {
    if (none) {
      throw new FacesException(
          String.format(Locale.ROOT, "%s %s holds no rows below its headings.", what, file));
    }
  }

  /** The names of the columns, as they stand in the file. */
  public List<String> headings() {
    return headings.names().subList(0, headings.width());
  }

  /** The headings as the first row, for tables that have none. */
  public CsvRow headingsAsRow() {
    return new CsvRow(headings, headings.names(), begin, mark, false, runs);
  }

  /** Whether cells are parted by this, and there are several. */
  public boolean isParted(char separator) {
    return dialect.separator() == separator && headings().size() > 1;
  }

  /** Whether there is a column of this name. */
  public boolean has(String heading) {
    return indexOf(heading) >= 0;
  }

  /** Where a column is, from 0; -1 where there is none. */
  public int indexOf(String heading) {
    return headings.indexOf(heading);
  }

  /**
   * The next row that is not empty; empty at the end. It may not be as long as the headings ({@link
   * CsvRow#misfit}).
   *
   * @throws FacesException if the file cannot be read
   */
  public Optional<CsvRow> next() throws FacesException {
    try {
      for (String line = records.next(); line != null; line = records.next()) {
        if (!CsvRow.isEmpty(line)) {
          none = false;
          return Optional.of(
              new CsvRow(
                  headings, dialect.cells(line), records.number(), mark, mayLackOne(), runs));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(what, file, e);
    }
  }

  private boolean mayLackOne() {
    int last = headings.width() - 1;
    return records.isEnded() && last > 0 && headings.indexOf(OFTEN_EMPTY) == last;
  }

  private static FacesException unreadable(String what, Path file, IOException e) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "%s %s cannot be read (%s). Check that it is a CSV file in UTF-8.",
            what,
            file,
            Reason.of(e)),
        e);
  }

  @Override
  public void close() throws FacesException {
    try {
      text.close();
    } catch (IOException e) {
      throw unreadable(what, file, e);
    }
  }
}
