package io.github.facesj.table;

import io.github.facesj.exchange.numpy.Npy;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.io.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Embeddings as a table, one row per face and one without a face for a picture that has none:
 * {@code e_0}, {@code e_1} and so on are the numbers of a vector of length 1. They are 32-bit
 * floats, written so that reading gives exactly the same.
 */
public final class EmbeddingTable {

  /** What such tables are known by, whatever the model. */
  public static final FileKind KIND = schema(1).kind();

  private record Embedded(FaceRow row, Optional<float[]> vector) {}

  private EmbeddingTable() {}

  private static Schema<Embedded> schema(int size) {
    List<Field<Embedded>> vector = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int at = i;
      Column<Number> column =
          Column.decimal("e_" + i, Unit.SHARE, "number " + i + " of a vector of length 1");
      vector.add(column.ofOptional(row -> row.vector().map(v -> v[at])));
    }
    return FaceSchema.FACE
        .plus(FaceSchema.RUN)
        .<Embedded>on(Embedded::row)
        .plus(new Schema<>(vector));
  }

  /**
   * @param rows of embedded faces
   * @param size numbers in each vector
   * @throws IllegalArgumentException if a face has no vector, or one of another size
   */
  public static Table of(List<FaceRow> rows, int size) {
    return schema(size)
        .table(
            rows.stream()
                .map(row -> new Embedded(row, row.face().map(face -> vector(face, size))))
                .toList())
        .madeBy(rows.stream().map(FaceRow::run));
  }

  /** The vectors alone, in the order of the faces, for {@link Npy}. */
  public static List<float[]> vectors(List<FaceRow> rows) {
    return rows.stream().flatMap(row -> row.face().stream()).map(EmbeddingTable::vector).toList();
  }

  private static float[] vector(Face face, int size) {
    float[] vector = vector(face);
    if (vector.length != size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A table for vectors of %d numbers cannot take one of %d.",
              size,
              vector.length));
    }
    return vector;
  }

  private static float[] vector(Face face) {
    return face.embedding()
        .map(Embedding::toArray)
        .orElseThrow(
            () -> new IllegalArgumentException("A face of this table has no embedding: " + face));
  }
}
