package io.github.facesj.fiji.table;

import ij.measure.ResultsTable;
import io.github.facesj.batch.ProblemTable;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.run.Problem;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import java.util.List;
import java.util.Map;

/** A gallery as tables of ImageJ. */
public final class GalleryTables {

  private static final Schema<Map.Entry<String, Long>> PEOPLE =
      Schema.of(
          Columns.PERSON.of(Map.Entry::getKey),
          Column.whole("faces", "how many of the person the gallery has").of(Map.Entry::getValue));

  private GalleryTables() {}

  /** One row for each person. */
  public static ResultsTable people(Gallery gallery) {
    return ResultsTables.of(
        PEOPLE.table(
            gallery.people().stream()
                .map(
                    person ->
                        Map.entry(
                            person,
                            gallery.faces().stream()
                                .filter(f -> f.person().equals(person))
                                .count()))
                .toList()));
  }

  /** One row for each photo that was not enrolled, with the reason. */
  public static ResultsTable skipped(List<Problem> problems) {
    return ResultsTables.of(ProblemTable.of(problems));
  }
}
