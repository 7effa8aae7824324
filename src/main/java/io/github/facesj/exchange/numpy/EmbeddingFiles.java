package io.github.facesj.exchange.numpy;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.FolderFiles;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Embedding;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Reason;
import io.github.facesj.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Embeddings for NumPy and R: a matrix {@code a.npy} with one row of 32-bit floats per face, and
 * beside it the table {@code a.csv} ({@link PeopleCsv}) that says of each row whose face it is. The
 * column {@code model} names the embedder: vectors of two models must never be compared. It keeps
 * everything but photos without a face.
 */
public final class EmbeddingFiles implements FaceFormat {

  private static final String ENDING = ".npy";

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    List<float[]> rows = new ArrayList<>();
    Embedding first = null;
    for (PhotoFaces photo : photos) {
      for (NamedFace face : photo.faces()) {
        Embedding vector = vector(photo, face);
        first = first == null ? vector : first;
        if (!vector.model().equals(first.model()) || vector.size() != first.size()) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Vectors of %s and of %s cannot be rows of one matrix: they mean different"
                      + " things.",
                  first.model(),
                  vector.model()));
        }
        rows.add(vector.toArray());
      }
    }
    if (first == null) {
      throw new IllegalArgumentException("There is no face, and so no matrix of embeddings.");
    }
    Path names = names(target);
    Table table = PeopleCsv.table(photos.stream().filter(p -> !p.faces().isEmpty()).toList());
    guard.require(target, Npy.KIND);
    guard.require(names, PeopleCsv.KIND);
    Npy.write(target, rows, first.size(), guard);
    table.write(names, PeopleCsv.KIND, guard);
    return List.of();
  }

  private static Embedding vector(PhotoFaces photo, NamedFace face) {
    return face.face()
        .embedding()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "A face of %s has no embedding, which this format is made of. Export it"
                            + " from an archive, or run Embed Faces.",
                        photo.photo())));
  }

  private static Path names(Path matrix) {
    String name = PathText.name(matrix);
    if (!name.endsWith(ENDING)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The file for embeddings must end with %s, because a table of the same name lies"
                  + " beside it; but it was %s.",
              ENDING,
              name));
    }
    return PathText.resolve(matrix.toAbsolutePath().getParent(), FolderFiles.stem(name) + ".csv");
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    Path names = names(source);
    List<float[]> rows = Npy.read(source);
    ReadFaces table = new PeopleCsv().read(names);
    if (!table.problems().isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The table %s beside the matrix has lost rows, so nobody knows whose vectors are"
                  + " whose. %s",
              names,
              table.problems().get(0).sentence()));
    }
    List<PhotoFaces> photos = table.photos();
    long faces = photos.stream().mapToLong(p -> p.faces().size()).sum();
    if (faces != rows.size()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The matrix %s has %d rows, but the table %s beside it %d faces. They do not belong"
                  + " together.",
              source,
              rows.size(),
              names.getFileName(),
              faces));
    }
    List<PhotoFaces> embedded = new ArrayList<>();
    int at = 0;
    for (PhotoFaces photo : photos) {
      List<NamedFace> here = new ArrayList<>();
      for (NamedFace face : photo.faces()) {
        Embedding vector = embedding(source, photo.run().model(), rows.get(at), at);
        here.add(new NamedFace(face.face().withEmbedding(vector), face.name()));
        at++;
      }
      embedded.add(photo.withFaces(here));
    }
    return ReadFaces.of(embedded);
  }

  private static Embedding embedding(Path source, String model, float[] row, int at)
      throws FacesException {
    try {
      return Embedding.ofUnit(model, row);
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Row %d of the matrix %s is no embedding: %s.",
              at + 1,
              source,
              Reason.of(e)),
          e);
    }
  }
}
