package io.github.facesj.table;

import io.github.facesj.exchange.numpy.Npy;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.io.FileKind;
import java.util.ArrayList;
import java.util.Collections;
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
  public static final FileKind KIND = FaceCells.kind(List.of("e_0"));

  private EmbeddingTable() {}

  /**
   * @param rows of embedded faces
   * @param size numbers in each vector
   * @throws IllegalArgumentException if a face has no vector, or one of another size
   */
  public static CsvTable of(List<FaceRow> rows, int size) {
    List<String> headings = new ArrayList<>(FaceCells.HEADINGS);
    headings.addAll(FaceCells.RUN_HEADINGS);
    for (int i = 0; i < size; i++) {
      headings.add("e_" + i);
    }
    return new CsvTable(headings, rows.stream().map(row -> cells(row, size)).toList());
  }

  /** The vectors alone, in the order of the faces, for {@link Npy}. */
  public static List<float[]> vectors(List<FaceRow> rows) {
    return rows.stream().flatMap(row -> row.face().stream()).map(EmbeddingTable::vector).toList();
  }

  private static List<String> cells(FaceRow row, int size) {
    List<String> cells = new ArrayList<>(FaceCells.of(row));
    cells.addAll(FaceCells.ofRun(row));
    Optional<float[]> vector = row.face().map(EmbeddingTable::vector);
    if (vector.isEmpty()) {
      cells.addAll(Collections.nCopies(size, ""));
      return cells;
    }
    if (vector.get().length != size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A table for vectors of %d numbers cannot take one of %d.",
              size,
              vector.get().length));
    }
    for (float v : vector.get()) {
      cells.add(Float.toString(v));
    }
    return cells;
  }

  private static float[] vector(Face face) {
    return face.embedding()
        .map(Embedding::toArray)
        .orElseThrow(
            () -> new IllegalArgumentException("A face of this table has no embedding: " + face));
  }
}
