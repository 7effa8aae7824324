package io.github.facesj.table;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.FileKind;
import io.github.facesj.landmark.PoseFit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Landmarks as a table, one row per face and one without a face for a picture that has none. {@code
 * yaw}, {@code pitch} and {@code roll} are degrees, {@code residual} is how badly the mean face
 * fits them, in parts of the distance of the outer eye corners ({@link PoseFit}). {@code x_0},
 * {@code y_0} and so on are the points in the order of their scheme, in pixels of the upright
 * picture, 0-based, pixel centres at 0.5.
 */
public final class LandmarkTable {

  /** What such tables are known by, whatever the model. */
  public static final FileKind KIND =
      FaceCells.kind(List.of("yaw", "pitch", "roll", "residual", "points", "x_0", "y_0"));

  private LandmarkTable() {}

  /**
   * @param rows of faces with landmarks of the scheme
   * @throws IllegalArgumentException if a face has none, or others
   */
  public static CsvTable of(List<FaceRow> rows, LandmarkScheme scheme) {
    List<String> headings = new ArrayList<>(FaceCells.HEADINGS);
    headings.addAll(List.of("yaw", "pitch", "roll", "residual", "points"));
    for (int i = 0; i < scheme.points(); i++) {
      headings.add("x_" + i);
      headings.add("y_" + i);
    }
    headings.addAll(FaceCells.RUN_HEADINGS);
    return new CsvTable(headings, rows.stream().map(row -> cells(row, scheme)).toList());
  }

  private static List<String> cells(FaceRow row, LandmarkScheme scheme) {
    List<String> cells = new ArrayList<>(FaceCells.of(row));
    if (row.face().isPresent()) {
      Landmarks points = landmarks(row.face().get(), scheme);
      PoseFit fit = PoseFit.of(points);
      cells.add(Double.toString(fit.pose().yaw()));
      cells.add(Double.toString(fit.pose().pitch()));
      cells.add(Double.toString(fit.pose().roll()));
      cells.add(Double.toString(fit.residual()));
      cells.add(Integer.toString(points.size()));
      for (double v : points.toArray()) {
        cells.add(Double.toString(v));
      }
    } else {
      cells.addAll(Collections.nCopies(5 + 2 * scheme.points(), ""));
    }
    cells.addAll(FaceCells.ofRun(row));
    return cells;
  }

  private static Landmarks landmarks(Face face, LandmarkScheme scheme) {
    return face.landmarks()
        .filter(points -> points.scheme() == scheme)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "The face at %s has no landmarks of scheme %s.",
                        at(face),
                        scheme)));
  }

  private static String at(Face face) {
    Box box = face.box();
    return String.format(Locale.ROOT, "(%s, %s)", box.x(), box.y());
  }
}
