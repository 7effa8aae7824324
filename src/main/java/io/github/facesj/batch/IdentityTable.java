package io.github.facesj.batch;

import io.github.facesj.analysis.IdentifiedFace;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.face.Box;
import io.github.facesj.gallery.Identification;
import io.github.facesj.io.FileKind;
import io.github.facesj.table.CsvTable;
import io.github.facesj.table.TableKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who the faces of pictures are, one row for each face, one for a picture without any, and one with
 * a problem for a picture that could not be looked at. Each row says how many known people there
 * are, and what share of strangers gets a name among them.
 */
public final class IdentityTable {

  /** What such tables are known by, however many candidates there are. */
  public static final FileKind KIND =
      TableKind.of(
          List.of(
              "photo",
              "slice",
              "face",
              "name",
              "distance",
              "margin",
              "threshold",
              "detector",
              "embedder",
              "problem"));

  private final Identifier how;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param how what identified the faces
   */
  public IdentityTable(Identifier how) {
    this.how = how;
  }

  /**
   * Adds a picture.
   *
   * @param photo its name
   * @param slice its number in its stack or file, from 1
   */
  public void add(String photo, int slice, List<IdentifiedFace> faces) {
    rows.addAll(rows(photo, slice, faces));
  }

  /** The rows of a picture: one for each face, or one without any. */
  List<List<String>> rows(String photo, int slice, List<IdentifiedFace> faces) {
    List<List<String>> of = new ArrayList<>();
    if (faces.isEmpty()) {
      of.add(row(List.of(photo, String.valueOf(slice)), ""));
    }
    for (int i = 0; i < faces.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(photo, String.valueOf(slice)));
      cells.add(String.valueOf(i + 1));
      addFace(cells, faces.get(i));
      of.add(row(cells, ""));
    }
    return of;
  }

  /** The row of a picture that could not be looked at. */
  List<String> problem(String photo, int slice, String problem) {
    return row(List.of(photo, String.valueOf(slice)), problem);
  }

  private void addFace(List<String> cells, IdentifiedFace face) {
    Identification who = face.who();
    cells.add(who.name());
    cells.add(number(who.candidates().get(0).distance()));
    cells.add(who.margin().map(IdentityTable::number).orElse(""));
    cells.add(number(face.face().score()));
    Box box = face.face().box();
    cells.addAll(
        List.of(number(box.x()), number(box.y()), number(box.width()), number(box.height())));
    who.candidates().stream()
        .limit(how.best())
        .forEach(c -> cells.addAll(List.of(c.person(), number(c.distance()))));
  }

  /** Fills up to the last candidate, and adds what all rows have. */
  private List<String> row(List<String> begun, String problem) {
    List<String> cells = new ArrayList<>(begun);
    int end = headings().size() - 8;
    cells.addAll(Collections.nCopies(end - cells.size(), ""));
    cells.add(number(how.threshold().value()));
    cells.add(how.recognizer().detector().card().id());
    cells.add(how.recognizer().embedder().id());
    cells.add(MatchThreshold.sha256(how.recognizer().embedder()));
    cells.add(problem);
    cells.add(String.valueOf(how.threshold().people()));
    cells.add(String.valueOf(how.threshold().comparisons()));
    cells.add(how.threshold().falseName().map(IdentityTable::number).orElse(""));
    return cells;
  }

  /** The names of the columns. */
  List<String> headings() {
    List<String> headings =
        new ArrayList<>(
            List.of(
                "photo",
                "slice",
                "face",
                "name",
                "distance",
                "margin",
                "score",
                "x",
                "y",
                "width",
                "height"));
    for (int i = 1; i <= how.best(); i++) {
      headings.add("candidate" + i);
      headings.add("distance" + i);
    }
    headings.addAll(
        List.of(
            "threshold",
            "detector",
            "embedder",
            "sha256",
            "problem",
            "people",
            "comparisons",
            "false_identification_rate"));
    return headings;
  }

  /** All rows so far. */
  public CsvTable table() {
    return new CsvTable(headings(), rows);
  }

  private static String number(double value) {
    return Double.toString(value);
  }
}
