package io.github.facesj.table;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small table read whole, cell by cell, for tests that look at what was written. */
public record CsvTable(List<String> headings, List<List<String>> rows) {

  /** As it stands in the file, apostrophes before texts included. */
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

  /** Without the apostrophes before texts like formulas. */
  public CsvTable unguarded() {
    return new CsvTable(
        headings,
        rows.stream().map(r -> r.stream().map(FormulaGuard::unguarded).toList()).toList());
  }
}
