package io.github.facesj.fiji.table;

import ij.measure.ResultsTable;
import io.github.facesj.table.FaceColumn;
import io.github.facesj.table.FaceRow;
import java.util.List;

/** Faces as a table of ImageJ, with the columns of the CSV file and in their order. */
public final class FaceResults {

  private FaceResults() {}

  /** A new table. */
  public static ResultsTable of(List<FaceRow> rows) {
    ResultsTable table = new ResultsTable();
    add(table, rows);
    return table;
  }

  /** Adds rows behind those that a table has; numbers that do not exist are NaN. */
  public static void add(ResultsTable table, List<FaceRow> rows) {
    for (FaceRow row : rows) {
      table.incrementCounter();
      for (FaceColumn column : FaceColumn.values()) {
        if (column.isText()) {
          table.addValue(column.heading(), column.text(row));
        } else {
          table.addValue(column.heading(), column.number(row).orElse(Double.NaN));
        }
        if (column.isCount()) {
          table.setDecimalPlaces(table.getColumnIndex(column.heading()), 0);
        }
      }
    }
  }
}
