package io.github.facesj.table;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.io.FileKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The cells that all tables of faces begin and end with. */
public final class FaceCells {

  /** Headings of {@link #of}. */
  static final List<String> HEADINGS =
      List.of("photo", "slice", "face", "score", "x", "y", "width", "height");

  /** Headings of {@link #ofRun}. */
  static final List<String> RUN_HEADINGS = List.of("model", "sha256", "parameters");

  /** Tables with both, and these headings between them or behind. */
  static FileKind kind(List<String> own) {
    return TableKind.of(Stream.of(HEADINGS, own, RUN_HEADINGS).flatMap(List::stream).toList());
  }

  private FaceCells() {}

  /** Where a face is; empty cells for a picture without one. */
  public static List<String> of(FaceRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.photo());
    cells.add(Integer.toString(row.slice()));
    if (row.face().isEmpty()) {
      cells.addAll(Collections.nCopies(HEADINGS.size() - 2, ""));
      return cells;
    }
    Face face = row.face().get();
    Box box = face.box();
    cells.add(Integer.toString(row.number()));
    for (double v : new double[] {face.score(), box.x(), box.y(), box.width(), box.height()}) {
      cells.add(Double.toString(v));
    }
    return cells;
  }

  /** What found it. */
  public static List<String> ofRun(FaceRow row) {
    return List.of(row.run().model(), row.run().sha256(), row.run().parameters());
  }
}
