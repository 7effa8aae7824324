package io.github.facesj;

import com.opencsv.CSVReader;
import io.github.facesj.face.Box;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelStatus;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The public models, photos and reference outputs of the tests tagged {@code real}. */
public final class Reference {

  private Reference() {}

  /** A path in the shared folder; the test is skipped where there is none. */
  public static Path path(String name) {
    return Needs.shared(name);
  }

  /** FacesJ's own model, or one of the shared folder; the test is skipped where it is not there. */
  public static OpenModel open(String id) throws FacesException {
    ModelStore own = ModelStore.at(Path.of("target", "no-models"));
    ModelCard card = own.catalogue().find(id).orElseThrow();
    boolean shipped = own.state(card).status() == ModelStatus.EMBEDDED;
    return (shipped ? own : ModelStore.at(Needs.shared("models"))).open(card, 1);
  }

  /** Rows of a CSV with a header; a row may end before its last columns. */
  public static List<Map<String, String>> rows(Path csv) throws Exception {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CSVReader in = new CSVReader(Files.newBufferedReader(csv))) {
      String[] header = in.readNext();
      for (String[] row = in.readNext(); row != null; row = in.readNext()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
          cells.put(header[i], row[i]);
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  public static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** Columns p0x .. p4y. */
  public static Landmarks five(Map<String, String> row) {
    double[] xy = new double[10];
    for (int i = 0; i < 5; i++) {
      xy[2 * i] = number(row, "p" + i + "x");
      xy[2 * i + 1] = number(row, "p" + i + "y");
    }
    return Landmarks.of(LandmarkScheme.FIVE, xy);
  }

  /** Columns of the prefix and x, y, width, height. */
  public static Box box(Map<String, String> row, String prefix) {
    return new Box(
        number(row, prefix + "x"),
        number(row, prefix + "y"),
        number(row, prefix + "width"),
        number(row, prefix + "height"));
  }
}
