package io.github.facesj.batch;

import io.github.facesj.io.FileKind;
import io.github.facesj.run.Problem;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import java.util.List;

/** What went wrong with which photo, as a table. */
public final class ProblemTable {

  private static final Schema<Problem> SCHEMA =
      Schema.of(Columns.PHOTO.of(Problem::where), Columns.PROBLEM.of(Problem::sentence));

  /** What such tables are known by. */
  public static final FileKind KIND = SCHEMA.kind();

  private ProblemTable() {}

  /** One row for each. */
  public static Table of(List<Problem> problems) {
    return SCHEMA.table(problems);
  }
}
