package io.github.facesj.exchange;

import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Orientation;
import io.github.facesj.image.PhotoFrame;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Problems;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.CsvReader;
import io.github.facesj.table.CsvRow;
import io.github.facesj.table.CsvTable;
import io.github.facesj.table.FaceCells;
import io.github.facesj.table.FaceRow;
import io.github.facesj.table.TableKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Faces with all that is known of them but embeddings: one row per face and one for a picture
 * without any. Reading gives exactly what was written. Tables of other commands of FacesJ, and any
 * other with the columns {@code photo, x, y, width, height}, are read as well; of a table of
 * identified faces {@code unknown} is no name.
 */
public final class PeopleCsv implements FaceFormat {

  private static final List<String> BEGIN =
      List.of("photo", "slice", "face", "name", "score", "x", "y", "width", "height");
  private static final List<String> NEEDED = List.of("photo", "x", "y", "width", "height");
  private static final List<String> FRAME = List.of("photowidth", "photoheight", "orientation");
  private static final List<String> END = List.of("model", "sha256", "parameters", "problem");

  /** What such tables are known by, whatever points the faces have. */
  public static final FileKind KIND =
      TableKind.of(Stream.of(BEGIN, FRAME, END).flatMap(List::stream).toList());

  private static final String UNKNOWN = "unknown";

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    int most = most(photos);
    CsvTable.write(target, KIND, guard, headings(most), rows(photos, most).iterator());
    return List.of();
  }

  /** The table itself. */
  public static CsvTable table(List<PhotoFaces> photos) {
    int most = most(photos);
    return new CsvTable(headings(most), rows(photos, most).toList());
  }

  /** The largest number of points of a face. */
  private static int most(List<PhotoFaces> photos) {
    return photos.stream()
        .flatMap(p -> p.faces().stream())
        .flatMap(f -> f.face().landmarks().stream())
        .mapToInt(Landmarks::size)
        .max()
        .orElse(0);
  }

  private static List<String> headings(int most) {
    List<String> headings = new ArrayList<>(BEGIN);
    for (int i = 0; i < LandmarkScheme.FIVE.points(); i++) {
      headings.add(CsvRow.numbered("p%dx", i));
      headings.add(CsvRow.numbered("p%dy", i));
    }
    headings.addAll(FRAME);
    if (most > 0) {
      headings.add("points");
    }
    for (int i = 0; i < most; i++) {
      headings.add("x_" + i);
      headings.add("y_" + i);
    }
    headings.addAll(END);
    return headings;
  }

  private static Stream<List<String>> rows(List<PhotoFaces> photos, int most) {
    return photos.stream().flatMap(photo -> rows(photo, most));
  }

  private static Stream<List<String>> rows(PhotoFaces photo, int most) {
    List<FaceRow> here = photo.rows();
    return IntStream.range(0, here.size())
        .mapToObj(
            i -> {
              String name = photo.faces().isEmpty() ? "" : photo.faces().get(i).name();
              return row(here.get(i), name, photo.frame(), most);
            });
  }

  private static List<String> row(FaceRow row, String name, Optional<PhotoFrame> frame, int most) {
    List<String> cells = new ArrayList<>(FaceCells.of(row));
    cells.add(BEGIN.indexOf("name"), name);
    cells.addAll(points(row.face().flatMap(Face::points), LandmarkScheme.FIVE.points()));
    cells.addAll(
        frame
            .map(f -> Stream.of(f.width(), f.height(), f.orientation().exif()))
            .map(numbers -> numbers.map(n -> Integer.toString(n)).toList())
            .orElse(Collections.nCopies(FRAME.size(), "")));
    if (most > 0) {
      Optional<Landmarks> landmarks = row.face().flatMap(Face::landmarks);
      cells.add(landmarks.map(l -> Integer.toString(l.size())).orElse(""));
      cells.addAll(points(landmarks, most));
    }
    cells.addAll(FaceCells.ofRun(row));
    cells.add(row.problem());
    return cells;
  }

  private static List<String> points(Optional<Landmarks> points, int most) {
    List<String> cells = new ArrayList<>();
    for (double v : points.map(Landmarks::toArray).orElse(new double[0])) {
      cells.add(Double.toString(v));
    }
    cells.addAll(Collections.nCopies(2 * most - cells.size(), ""));
    return cells;
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    Problems problems = new Problems(PathText.name(source));
    List<PhotoFaces> rows = CsvReader.read(source, NEEDED, PeopleCsv::photo, problems);
    return ReadFaces.of(source, PhotoFaces.joined(rows), problems);
  }

  /**
   * The faces of a table that is no file.
   *
   * @param name what to call it in a complaint
   * @throws FacesException if a column is missing, or a row makes no sense
   */
  public static List<PhotoFaces> of(String name, CsvTable table) throws FacesException {
    Problems problems = new Problems(name);
    List<PhotoFaces> rows = table.read(name, NEEDED, PeopleCsv::photo, problems);
    if (!problems.list().isEmpty()) {
      throw new FacesException(
          String.format(Locale.ROOT, "The table %s: %s", name, problems.list().get(0).sentence()));
    }
    return PhotoFaces.joined(rows);
  }

  private static PhotoFaces photo(CsvRow row) {
    boolean none = row.text("x").isBlank();
    Provenance run =
        new Provenance(
            row.text(row.has("embedder") ? "embedder" : "model"),
            row.text("sha256"),
            row.text("parameters"));
    return new PhotoFaces(
        row.text("photo"),
        row.count("slice", 1),
        frame(row),
        none ? List.of() : List.of(new NamedFace(face(row), name(row))),
        run,
        none ? row.text("problem") : "");
  }

  private static Face face(CsvRow row) {
    int count = row.count("points", 0);
    return new Face(
        row.box("x", "y", "width", "height"),
        row.text("score").isBlank() ? 1 : row.number("score"),
        row.points(LandmarkScheme.FIVE, "p%dx", "p%dy", BigDecimal.ZERO),
        count == 0
            ? Optional.empty()
            : row.points(CsvRow.scheme(count), "x_%d", "y_%d", BigDecimal.ZERO),
        Optional.empty());
  }

  private static String name(CsvRow row) {
    String name = row.text(row.has("name") ? "name" : "person");
    return row.has("candidate1") && name.equals(UNKNOWN) ? "" : name;
  }

  private static Optional<PhotoFrame> frame(CsvRow row) {
    if (row.text("photowidth").isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new PhotoFrame(
            row.count("photowidth", 0),
            row.count("photoheight", 0),
            Orientation.ofExif(row.count("orientation", 1))));
  }
}
