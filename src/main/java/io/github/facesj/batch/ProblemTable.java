package io.github.facesj.batch;

import io.github.facesj.run.Problem;
import io.github.facesj.table.CsvTable;
import java.util.List;

/** What went wrong with which photo, as a table. */
public final class ProblemTable {

  private ProblemTable() {}

  public static CsvTable of(List<Problem> problems) {
    return new CsvTable(
        List.of("photo", "problem"),
        problems.stream().map(p -> List.of(p.where(), p.sentence())).toList());
  }
}
