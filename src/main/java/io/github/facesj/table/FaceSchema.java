package io.github.facesj.table;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The columns of tables of faces. Coordinates are pixels of the upright photo, 0-based; {@code p0}
 * to {@code p4} are the eyes, the nose and the corners of the mouth, each left before right in the
 * image.
 */
public final class FaceSchema {

  /** Which picture, which face, where. */
  public static final Schema<FaceRow> FACE =
      Schema.of(
          Columns.PHOTO.of(FaceRow::photo),
          Columns.SLICE.of(FaceRow::slice),
          Columns.FACE.ofOptional(row -> row.face().map(f -> row.number())),
          Columns.SCORE.ofOptional(row -> row.face().map(Face::score)),
          Columns.X.ofOptional(row -> row.face().map(f -> f.box().x())),
          Columns.Y.ofOptional(row -> row.face().map(f -> f.box().y())),
          Columns.WIDTH.ofOptional(row -> row.face().map(f -> f.box().width())),
          Columns.HEIGHT.ofOptional(row -> row.face().map(f -> f.box().height())));

  /** The five points of a detector. */
  public static final Schema<FaceRow> FIVE =
      points(LandmarkScheme.FIVE.points(), "p%dx", "p%dy", row -> row.face().flatMap(Face::points));

  /** What found it. */
  public static final Schema<FaceRow> RUN =
      Schema.of(
          Columns.MODEL.of(row -> row.run().model()),
          Columns.SHA256.of(row -> row.run().sha256()),
          Columns.PARAMETERS.of(row -> row.run().parameters()));

  /** Why the picture could not be looked at. */
  public static final Field<FaceRow> PROBLEM = Columns.PROBLEM.of(FaceRow::problem);

  /** A table of detected faces. */
  public static final Schema<FaceRow> DETECTED = FACE.plus(FIVE).plus(RUN).plus(PROBLEM);

  /** What tables of detected faces are known by. */
  public static final FileKind KIND = DETECTED.kind();

  private FaceSchema() {}

  /** A table of detected faces. */
  public static Table table(List<FaceRow> rows) {
    return DETECTED.table(rows).madeBy(rows.stream().map(FaceRow::run));
  }

  /** The place of a box, for rows that have one. */
  public static <R> Schema<R> box(Function<? super R, Box> box) {
    return Schema.of(
        Columns.X.of(row -> box.apply(row).x()),
        Columns.Y.of(row -> box.apply(row).y()),
        Columns.WIDTH.of(row -> box.apply(row).width()),
        Columns.HEIGHT.of(row -> box.apply(row).height()));
  }

  /**
   * Points in columns of their own.
   *
   * @param count of the points
   * @param x heading of an x, with {@code %d} for the number of the point
   * @param of the points of a row, of which there may be fewer
   */
  public static <R> Schema<R> points(
      int count, String x, String y, Function<? super R, Optional<Landmarks>> of) {
    List<Field<R>> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = i;
      Column<Number> left = Column.decimal(CsvRow.numbered(x, i), Unit.PIXELS, "x of point " + i);
      Column<Number> upper = Column.decimal(CsvRow.numbered(y, i), Unit.PIXELS, "y of point " + i);
      fields.add(
          left.ofOptional(row -> of.apply(row).filter(p -> at < p.size()).map(p -> p.x(at))));
      fields.add(
          upper.ofOptional(row -> of.apply(row).filter(p -> at < p.size()).map(p -> p.y(at))));
    }
    return new Schema<>(fields);
  }
}
