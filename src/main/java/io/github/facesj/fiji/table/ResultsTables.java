package io.github.facesj.fiji.table;

import ij.measure.ResultsTable;
import io.github.facesj.table.Column;
import io.github.facesj.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tables as tables of ImageJ: texts as texts, whatever they look like, numbers as numbers, NaN
 * where there is none. ImageJ itself would fill what a row does not have with 0.
 */
public final class ResultsTables {

  private ResultsTables() {}

  /** A new table. */
  public static ResultsTable of(Table table) {
    ResultsTable results = new ResultsTable();
    add(results, table);
    return results;
  }

  /** Adds rows behind those that a table has. */
  public static void add(ResultsTable results, Table table) {
    int before = results.size();
    Map<String, Boolean> others = others(results, table.headings());
    List<Column<?>> fresh =
        table.columns().stream().filter(c -> !results.columnExists(c.name())).toList();
    for (List<Optional<?>> row : table.rows()) {
      results.incrementCounter();
      for (int i = 0; i < row.size(); i++) {
        put(results, table.columns().get(i), results.size() - 1, row.get(i));
      }
      others.forEach((name, text) -> none(results, name, text));
    }
    if (results.size() > before) {
      table.columns().forEach(column -> show(results, column));
      for (Column<?> column : fresh) {
        for (int row = 0; row < before; row++) {
          put(results, column, row, Optional.empty());
        }
      }
    }
  }

  /** Columns of other tables, and whether they are texts. */
  private static Map<String, Boolean> others(ResultsTable results, List<String> own) {
    Map<String, Boolean> others = new TreeMap<>();
    int rows = results.size();
    if (rows > 0) {
      for (String name : results.getHeadings()) {
        if (!own.contains(name) && !name.equals("Label")) {
          others.put(name, isText(results, name, rows));
        }
      }
    }
    return others;
  }

  private static void put(ResultsTable results, Column<?> column, int row, Optional<?> cell) {
    if (column.isText()) {
      results.setValue(column.name(), row, cell.map(String.class::cast).orElse(""));
    } else {
      results.setValue(
          column.name(), row, cell.map(n -> ((Number) n).doubleValue()).orElse(Double.NaN));
    }
  }

  private static void show(ResultsTable results, Column<?> column) {
    if (!column.isText()) {
      results.setDecimalPlaces(results.getColumnIndex(column.name()), column.decimals());
    }
  }

  /** ImageJ does not tell; a cell of letters has no number, and is not written "NaN". */
  private static boolean isText(ResultsTable results, String column, int rows) {
    for (int row = 0; row < rows; row++) {
      if (Double.isNaN(results.getValue(column, row))
          && !"NaN".equals(results.getStringValue(column, row))) {
        return true;
      }
    }
    return false;
  }

  private static void none(ResultsTable results, String column, boolean text) {
    if (text) {
      results.setValue(column, results.size() - 1, "");
    } else {
      results.setValue(column, results.size() - 1, Double.NaN);
    }
  }

  /** Adds a table to ImageJ's table of results and shows it. */
  public static void addToResults(Table table) {
    ResultsTable results = ResultsTable.getResultsTable();
    add(results, table);
    results.show("Results");
  }
}
