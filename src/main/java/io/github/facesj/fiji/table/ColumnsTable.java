package io.github.facesj.fiji.table;

import ij.measure.ResultsTable;
import io.github.facesj.table.CsvTable;
import java.util.List;

/** Tables of any columns as tables of ImageJ: numbers as numbers, NaN where there is none. */
public final class ColumnsTable {

  private ColumnsTable() {}

  /** A new table. */
  public static ResultsTable of(CsvTable csv) {
    ResultsTable table = new ResultsTable();
    add(table, csv);
    return table;
  }

  /** Adds rows behind those that a table has. */
  public static void add(ResultsTable table, CsvTable csv) {
    int columns = csv.headings().size();
    boolean[] text = new boolean[columns];
    for (List<String> row : csv.rows()) {
      for (int i = 0; i < columns; i++) {
        text[i] |= !row.get(i).isEmpty() && !isNumber(row.get(i));
      }
    }
    for (List<String> row : csv.rows()) {
      table.incrementCounter();
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        if (text[i]) {
          table.addValue(csv.headings().get(i), cell);
        } else {
          table.addValue(
              csv.headings().get(i), cell.isEmpty() ? Double.NaN : Double.parseDouble(cell));
        }
      }
    }
  }

  /** Adds a table to ImageJ's table of results and shows it. */
  public static void addToResults(CsvTable csv) {
    ResultsTable results = ResultsTable.getResultsTable();
    add(results, csv);
    results.show("Results");
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?");
  }
}
