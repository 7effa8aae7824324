package io.github.facesj.table;

import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A table of faces as a CSV file (RFC 4180, UTF-8, one line per face, one for a photo without any)
 * with the columns of {@link FaceColumn}. Numbers are written so that reading gives exactly the
 * same; the file appears when it is complete, and never by half.
 *
 * <p>Names that a spreadsheet would take for formulas are guarded ({@link FormulaGuard}).
 */
public final class FaceCsv implements AutoCloseable {

  private static final List<String> HEADINGS =
      Arrays.stream(FaceColumn.values()).map(FaceColumn::heading).toList();

  /** For runs that ask, before they work, whether the table may be written. */
  public static final FileKind KIND = TableKind.of(HEADINGS);

  private final Path target;
  private final AtomicFile file;
  private final ICSVWriter csv;

  private FaceCsv(Path target, AtomicFile file) {
    this.target = target;
    this.file = file;
    this.csv = new CSVWriter(file.writer(), ',', '"', '"', "\n");
  }

  /**
   * Begins a file, for tables that grow photo by photo. Nothing is there before {@link #commit()},
   * and nothing is left where it does not come to that.
   *
   * @throws FacesException if the file cannot be made
   */
  public static FaceCsv create(Path target) throws FacesException {
    FaceCsv csv = new FaceCsv(target, AtomicFile.create(target, KIND));
    csv.csv.writeNext(HEADINGS.toArray(String[]::new), false);
    return csv;
  }

  /** The first line of a file. */
  public static String headings() {
    return lines(HEADINGS.toArray(String[]::new));
  }

  /** Rows as a file has them, for tables that are written as they grow. */
  public static String lines(List<FaceRow> rows) {
    return lines(rows.stream().map(FaceCsv::cells).toArray(String[][]::new));
  }

  private static String lines(String[]... rows) {
    StringWriter text = new StringWriter();
    CSVWriter csv = new CSVWriter(text, ',', '"', '"', "\n");
    for (String[] row : rows) {
      csv.writeNext(row, false);
    }
    csv.flushQuietly();
    return text.toString();
  }

  private static String[] cells(FaceRow row) {
    return Arrays.stream(FaceColumn.values()).map(c -> cell(c, row)).toArray(String[]::new);
  }

  /**
   * Writes a whole table.
   *
   * @throws FacesException if the file cannot be written; then what was there before still is
   */
  public static void write(Path target, List<FaceRow> rows) throws FacesException {
    try (FaceCsv csv = create(target)) {
      csv.add(rows);
      csv.commit();
    }
  }

  /**
   * Adds lines.
   *
   * @throws FacesException if the disk does not take them
   */
  public void add(List<FaceRow> rows) throws FacesException {
    for (FaceRow row : rows) {
      csv.writeNext(cells(row), false);
    }
    check();
  }

  /**
   * Puts the complete file in its place, over one that may be there.
   *
   * @throws FacesException if the disk does not take it
   */
  public void commit() throws FacesException {
    csv.flushQuietly();
    check();
    file.commit();
  }

  /** Removes what was written, unless it was committed. */
  @Override
  public void close() throws FacesException {
    file.close();
  }

  /** The writer of opencsv keeps its first error to itself until asked. */
  private void check() throws FacesException {
    if (csv.checkError()) {
      IOException cause =
          csv instanceof CSVWriter w && w.getException() != null
              ? w.getException()
              : new IOException("the disk refused it");
      throw AtomicFile.unwritable(target, cause);
    }
  }

  private static String cell(FaceColumn column, FaceRow row) {
    if (column.isText()) {
      return FormulaGuard.guarded(column.text(row));
    }
    return column
        .number(row)
        .map(v -> column.isCount() ? Integer.toString(v.intValue()) : Double.toString(v))
        .orElse("");
  }
}
