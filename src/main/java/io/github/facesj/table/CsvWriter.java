package io.github.facesj.table;

import com.opencsv.CSVWriter;
import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes tables as CSV (RFC 4180, UTF-8, first line the headings). Numbers have all digits, so that
 * reading gives exactly the same; a missing one is an empty cell, as is what is no number. Texts
 * that a spreadsheet would take for formulas are guarded ({@link FormulaGuard}). A file appears
 * when it is complete, and never by half.
 */
final class CsvWriter {

  private CsvWriter() {}

  static void write(Table table, Path target, FileKind kind, WriteGuard guard)
      throws FacesException {
    try (AtomicFile file = guard.create(target, kind)) {
      CSVWriter csv = writer(file.writer());
      csv.writeNext(head(table.columns()), false);
      Cells cells = new Cells(table);
      for (List<Optional<?>> row : table.rows()) {
        csv.writeNext(cells.of(row), false);
      }
      csv.flushQuietly();
      if (csv.checkError()) {
        throw AtomicFile.unwritable(target, csv.getException());
      }
      TableDescription.commit(table, target, file, guard);
    }
  }

  static String head(Table table) {
    StringWriter text = new StringWriter();
    CSVWriter csv = writer(text);
    csv.writeNext(head(table.columns()), false);
    csv.flushQuietly();
    return text.toString();
  }

  static String lines(Table table) {
    StringWriter text = new StringWriter();
    CSVWriter csv = writer(text);
    Cells cells = new Cells(table);
    for (List<Optional<?>> row : table.rows()) {
      csv.writeNext(cells.of(row), false);
    }
    csv.flushQuietly();
    return text.toString();
  }

  private static CSVWriter writer(Writer text) {
    return new CSVWriter(text, ',', '"', '"', "\n");
  }

  private static String[] head(List<Column<?>> columns) {
    return columns.stream().map(c -> FormulaGuard.guarded(c.name())).toArray(String[]::new);
  }

  /** The cells of rows, without what the description says of the whole table. */
  private static final class Cells {

    private final List<Column<?>> columns;
    private final Runs runs;
    private final int model;
    private final int sha256;
    private final int parameters;

    Cells(Table table) {
      columns = table.columns();
      runs = new Runs(table.runs());
      model = Math.max(columns.indexOf(Columns.MODEL), columns.indexOf(Columns.EMBEDDER));
      sha256 = columns.indexOf(Columns.SHA256);
      parameters = columns.indexOf(Columns.PARAMETERS);
    }

    String[] of(List<Optional<?>> row) {
      String[] cells = new String[columns.size()];
      boolean described = isDescribed(row);
      for (int i = 0; i < cells.length; i++) {
        Column<?> column = columns.get(i);
        boolean once = described && (i == sha256 || i == parameters);
        cells[i] = once ? "" : row.get(i).map(cell -> text(column, cell)).orElse("");
      }
      return cells;
    }

    private boolean isDescribed(List<Optional<?>> row) {
      if (runs.all().isEmpty() || model < 0) {
        return false;
      }
      // A table without a column of parameters leaves them to its description.
      return parameters < 0
          ? runs.isFirst(word(row, model), word(row, sha256))
          : runs.isFirst(word(row, model), word(row, sha256), word(row, parameters));
    }

    private static String word(List<Optional<?>> row, int column) {
      return column < 0 ? "" : row.get(column).map(String.class::cast).orElse("");
    }
  }

  private static String text(Column<?> column, Object cell) {
    return switch (column.type()) {
      case TEXT -> FormulaGuard.guarded((String) cell);
      case WHOLE -> Long.toString(((Number) cell).longValue());
      case DECIMAL -> decimal((Number) cell);
    };
  }

  private static String decimal(Number cell) {
    if (Double.isNaN(cell.doubleValue())) {
      return "";
    }
    // The shortest digits of a float or a double, or those of a decimal that was moved exactly.
    return cell instanceof BigDecimal digits ? digits.toPlainString() : cell.toString();
  }
}
