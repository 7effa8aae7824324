package io.github.facesj.fiji.table;

import ij.measure.ResultsTable;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.run.Problem;
import java.util.List;

/** A gallery as tables of ImageJ. */
public final class GalleryTables {

  private GalleryTables() {}

  /** One row for each person. */
  public static ResultsTable people(Gallery gallery) {
    ResultsTable table = new ResultsTable();
    for (String person : gallery.people()) {
      table.incrementCounter();
      table.addValue("person", person);
      table.addValue(
          "faces",
          (double) gallery.faces().stream().filter(f -> f.person().equals(person)).count());
      table.setDecimalPlaces(table.getColumnIndex("faces"), 0);
    }
    return table;
  }

  /** One row for each photo that was not enrolled, with the reason. */
  public static ResultsTable skipped(List<Problem> problems) {
    ResultsTable table = new ResultsTable();
    for (Problem problem : problems) {
      table.incrementCounter();
      table.addValue("photo", problem.where());
      table.addValue("problem", problem.sentence());
    }
    return table;
  }
}
