package io.github.facesj.batch;

import io.github.facesj.io.FileKind;
import io.github.facesj.run.Problem;
import io.github.facesj.table.CsvTable;
import io.github.facesj.table.TableKind;
import java.util.List;

/** What went wrong with which photo, as a table. */
public final class ProblemTable {

  private static final List<String> HEADINGS = List.of("photo", "problem");

  /** What such tables are known by. */
  public static final FileKind KIND = TableKind.of(HEADINGS);

  private ProblemTable() {}

  public static CsvTable of(List<Problem> problems) {
    return new CsvTable(
        HEADINGS, problems.stream().map(p -> List.of(p.where(), p.sentence())).toList());
  }
}
