package io.github.facesj.table;

import com.opencsv.CSVWriter;
import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
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
    return isNumber(text) ? text : FaceCsv.guarded(text);
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?");
  }

  /**
   * Reads a table whatever its columns are. Apostrophes before texts stay, because other programs'
   * tables may mean them.
   *
   * @param what the file, to begin a sentence with, such as {@code The ground truth}
   * @throws FacesException if the file cannot be read, is no CSV in UTF-8, or has no rows
   */
  public static CsvTable read(String what, Path file) throws FacesException {
    InputFile.requireSize(what, file, InputFile.COLLECTION);
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      CsvRecords csv = new CsvRecords(reader);
      for (String[] row = csv.next(); row != null; row = csv.next()) {
        if (row.length > 1 || !row[0].isBlank()) {
          rows.add(List.of(row));
        }
      }
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s %s cannot be read (%s). Check that it is a CSV file in UTF-8.",
              what,
              file,
              Reason.of(e)),
          e);
    }
    if (rows.size() < 2) {
      throw new FacesException(
          String.format(Locale.ROOT, "%s %s holds no rows below its headings.", what, file));
    }
    List<String> headings = rows.get(0).stream().map(h -> h.replace("\ufeff", "").strip()).toList();
    return new CsvTable(headings, rows.subList(1, rows.size()));
  }

  /**
   * Why a row is not as long as the headings, such as {@code it has 3 of 8 cells}; empty where it
   * is. A row that was cut short has lost something, and one that is longer has a cell that fell
   * apart.
   *
   * @param row from 0
   */
  public Optional<String> misfit(int row) {
    List<String> cells = rows.get(row);
    long filled = cells.stream().skip(headings.size()).filter(c -> !c.isBlank()).count();
    return cells.size() < headings.size() || filled > 0
        ? Optional.of(
            String.format(Locale.ROOT, "it has %d of %d cells", cells.size(), headings.size()))
        : Optional.empty();
  }

  /** The table without the apostrophes that {@link #write} puts before texts like formulas. */
  public CsvTable unguarded() {
    return new CsvTable(
        headings, rows.stream().map(r -> r.stream().map(FaceCsv::unguarded).toList()).toList());
  }
}
