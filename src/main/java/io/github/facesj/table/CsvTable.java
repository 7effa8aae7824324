package io.github.facesj.table;

import com.opencsv.CSVWriter;
import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problems;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Small tables of any columns as CSV files (RFC 4180, UTF-8, first line the headings). Texts that a
 * spreadsheet would take for a formula are guarded as in {@link FaceCsv}. A file appears when it is
 * complete, and never by half.
 *
 * @param headings names of the columns
 * @param rows cells, as many in each row as there are headings
 */
public record CsvTable(List<String> headings, List<List<String>> rows) {

  public CsvTable {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /**
   * Writes the table; an earlier one with its headings is replaced, the folder is made.
   *
   * @throws FacesException if the file cannot be written; then what was there before still is
   */
  public void write(Path target) throws FacesException {
    write(target, TableKind.of(headings), WriteGuard.none());
  }

  /**
   * As {@link #write(Path)}, in a run that reads files.
   *
   * @param kind what such tables are known by
   */
  public void write(Path target, FileKind kind, WriteGuard guard) throws FacesException {
    write(target, kind, guard, headings, rows.iterator());
  }

  /**
   * Writes a table of which only one row is held at a time.
   *
   * @param kind what such tables are known by
   * @param rows cells, as many in each row as there are headings
   * @throws FacesException if the file cannot be written; then what was there before still is
   */
  public static void write(
      Path target,
      FileKind kind,
      WriteGuard guard,
      List<String> headings,
      Iterator<List<String>> rows)
      throws FacesException {
    try (AtomicFile file = guard.create(target, kind)) {
      CSVWriter csv = new CSVWriter(file.writer(), ',', '"', '"', "\n");
      csv.writeNext(headings.stream().map(CsvTable::cell).toArray(String[]::new), false);
      while (rows.hasNext()) {
        csv.writeNext(rows.next().stream().map(CsvTable::cell).toArray(String[]::new), false);
      }
      csv.flushQuietly();
      if (csv.checkError()) {
        throw AtomicFile.unwritable(target, csv.getException());
      }
      file.commit();
    }
  }

  /**
   * Rows as a file has them, for tables that are written as they grow.
   *
   * @param rows headings or cells
   */
  public static String lines(List<List<String>> rows) {
    StringWriter text = new StringWriter();
    CSVWriter csv = new CSVWriter(text, ',', '"', '"', "\n");
    for (List<String> row : rows) {
      csv.writeNext(row.stream().map(CsvTable::cell).toArray(String[]::new), false);
    }
    csv.flushQuietly();
    return text.toString();
  }

  /** Numbers keep their sign; only texts can be formulas. */
  private static String cell(String text) {
    return isNumber(text) ? text : FormulaGuard.guarded(text);
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?");
  }

  /**
   * Reads a small table whatever its columns are. Apostrophes before texts stay.
   *
   * @param what the file, to begin a sentence with, such as {@code The ground truth}
   * @throws FacesException if the file cannot be read, is no CSV, or has no rows
   */
  public static CsvTable read(String what, Path file) throws FacesException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader csv = CsvReader.open(what, file, List.of())) {
      for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
        rows.add(row.get().cells());
      }
      csv.requireRows();
      return new CsvTable(csv.headings(), rows);
    }
  }

  /**
   * Takes what can be taken of the rows, of which the first is called row 2.
   *
   * @param name what to call the table
   * @param needed columns without which it is a table of another kind
   * @param problems gets the rows that make no sense
   * @throws FacesException if a column is missing
   */
  public <T> List<T> read(
      String name, List<String> needed, CsvReader.RowReader<T> reader, Problems problems)
      throws FacesException {
    new CsvHeadings(headings).require("The table " + name, needed);
    List<T> read = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      CsvRow.of(headings, rows.get(i), i + 2).read(reader, problems).ifPresent(read::add);
    }
    return read;
  }

  /** The table without the apostrophes that {@link #write} puts before texts like formulas. */
  public CsvTable unguarded() {
    return new CsvTable(
        headings,
        rows.stream().map(r -> r.stream().map(FormulaGuard::unguarded).toList()).toList());
  }
}
