package io.github.facesj.analysis;

import io.github.facesj.exchange.CsvTable;
import io.github.facesj.run.Problem;
import java.util.List;

/** What went wrong with which photo, as a table. */
final class ProblemTable {

  private ProblemTable() {}

  static CsvTable of(List<Problem> problems) {
    return new CsvTable(
        List.of("photo", "problem"),
        problems.stream().map(p -> List.of(p.where(), p.sentence())).toList());
  }
}
