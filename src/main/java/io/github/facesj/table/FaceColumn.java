package io.github.facesj.table;

import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The columns of every table of faces, in their order: the one in a window and the one in a file.
 * Coordinates are pixels of the upright photo, 0-based; {@code p0} to {@code p4} are the eyes, the
 * nose and the corners of the mouth, each left before right in the image.
 */
public enum FaceColumn {
  PHOTO(FaceRow::photo),
  SLICE(row -> (double) row.slice()),
  FACE(row -> row.number() == 0 ? null : (double) row.number()),
  SCORE(ofFace(Face::score)),
  X(ofFace(f -> f.box().x())),
  Y(ofFace(f -> f.box().y())),
  WIDTH(ofFace(f -> f.box().width())),
  HEIGHT(ofFace(f -> f.box().height())),
  P0X(ofPoints(p -> p.x(0))),
  P0Y(ofPoints(p -> p.y(0))),
  P1X(ofPoints(p -> p.x(1))),
  P1Y(ofPoints(p -> p.y(1))),
  P2X(ofPoints(p -> p.x(2))),
  P2Y(ofPoints(p -> p.y(2))),
  P3X(ofPoints(p -> p.x(3))),
  P3Y(ofPoints(p -> p.y(3))),
  P4X(ofPoints(p -> p.x(4))),
  P4Y(ofPoints(p -> p.y(4))),
  MODEL(row -> row.run().model()),
  SHA256(row -> row.run().sha256()),
  PARAMETERS(row -> row.run().parameters()),
  PROBLEM(FaceRow::problem);

  /** Gives a String, a Double, or null where the cell is empty. */
  private final Function<FaceRow, Object> value;

  FaceColumn(Function<FaceRow, Object> value) {
    this.value = value;
  }

  /** The heading, such as {@code p0x}. */
  public String heading() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the column holds words; the others hold numbers. */
  public boolean isText() {
    return this == PHOTO || ordinal() >= MODEL.ordinal();
  }

  /** Whether the column holds counts, written without decimals. */
  public boolean isCount() {
    return this == SLICE || this == FACE;
  }

  /** The words of a text column. */
  public String text(FaceRow row) {
    return (String) value.apply(row);
  }

  /** The number of any other column; empty if there is no face, or it has no points. */
  public Optional<Double> number(FaceRow row) {
    return Optional.ofNullable((Double) value.apply(row));
  }

  private static Function<FaceRow, Object> ofFace(ToDoubleFunction<Face> number) {
    return row -> row.face().map(number::applyAsDouble).orElse(null);
  }

  private static Function<FaceRow, Object> ofPoints(ToDoubleFunction<Landmarks> number) {
    return row -> row.face().flatMap(Face::points).map(number::applyAsDouble).orElse(null);
  }
}
