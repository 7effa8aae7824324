package io.github.facesj.exchange;

import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Orientation;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Problems;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.CsvReader;
import io.github.facesj.table.CsvRow;
import io.github.facesj.table.FaceRow;
import io.github.facesj.table.FaceSchema;
import io.github.facesj.table.Field;
import io.github.facesj.table.LandmarkTable;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import io.github.facesj.table.Unit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final List<String> NEEDED = List.of("photo", "x", "y", "width", "height");

  private static final Schema<Shown> BEGIN = begin();

  private static final Schema<Shown> FRAME =
      Schema.of(
          Column.whole("photowidth", Unit.PIXELS, "width of the photo as it is stored")
              .ofOptional(row -> row.frame().map(PhotoFrame::width)),
          Column.whole("photoheight", Unit.PIXELS, "height of the photo as it is stored")
              .ofOptional(row -> row.frame().map(PhotoFrame::height)),
          Column.whole("orientation", "how EXIF turns the photo, 1 to 8")
              .ofOptional(row -> row.frame().map(frame -> frame.orientation().exif())));

  private static final Schema<Shown> END = FaceSchema.RUN.plus(FaceSchema.PROBLEM).on(Shown::row);

  /** What such tables are known by, whatever points the faces have. */
  public static final FileKind KIND = BEGIN.plus(FRAME).plus(END).kind();

  /** A row of the table. */
  private record Shown(FaceRow row, String name, Optional<PhotoFrame> frame) {

    Optional<Landmarks> landmarks() {
      return row.face().flatMap(Face::landmarks);
    }
  }

  /** The name stands behind the number of the face. */
  private static Schema<Shown> begin() {
    List<Field<Shown>> fields = new ArrayList<>(FaceSchema.FACE.<Shown>on(Shown::row).fields());
    fields.add(3, Columns.NAME.of(Shown::name));
    return new Schema<>(fields);
  }

  private static final String UNKNOWN = "unknown";

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    table(photos).write(target, KIND, guard);
    return List.of();
  }

  /** The table itself; its rows are made when they are asked for. */
  public static Table table(List<PhotoFaces> photos) {
    int most = most(photos);
    Schema<Shown> schema = BEGIN.plus(FaceSchema.FIVE.on(Shown::row)).plus(FRAME);
    if (most > 0) {
      schema =
          schema
              .plus(LandmarkTable.POINTS.ofOptional(row -> row.landmarks().map(Landmarks::size)))
              .plus(FaceSchema.points(most, "x_%d", "y_%d", Shown::landmarks));
    }
    return schema
        .plus(END)
        .table(() -> photos.stream().flatMap(PeopleCsv::rows).iterator())
        .madeBy(photos.stream().map(PhotoFaces::run));
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

  private static Stream<Shown> rows(PhotoFaces photo) {
    List<FaceRow> here = photo.rows();
    return IntStream.range(0, here.size())
        .mapToObj(
            i -> {
              String name = photo.faces().isEmpty() ? "" : photo.faces().get(i).name();
              return new Shown(here.get(i), name, photo.frame());
            });
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
   * @param rows the cells, as many as headings in each
   * @throws FacesException if a column is missing, or a row makes no sense
   */
  public static List<PhotoFaces> of(String name, List<String> headings, List<List<String>> rows)
      throws FacesException {
    Problems problems = new Problems(name);
    List<PhotoFaces> faces =
        CsvReader.read(name, headings, rows, NEEDED, PeopleCsv::photo, problems);
    if (!problems.list().isEmpty()) {
      throw new FacesException(
          String.format(Locale.ROOT, "The table %s: %s", name, problems.list().get(0).sentence()));
    }
    return PhotoFaces.joined(faces);
  }

  private static PhotoFaces photo(CsvRow row) {
    boolean none = row.text("x").isBlank();
    return new PhotoFaces(
        row.text("photo"),
        row.count("slice", 1),
        frame(row),
        none ? List.of() : List.of(new NamedFace(face(row), name(row))),
        row.provenance(),
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
