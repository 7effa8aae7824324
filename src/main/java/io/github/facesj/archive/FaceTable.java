package io.github.facesj.archive;

import io.github.facesj.cluster.Vectors;
import io.github.facesj.face.Box;
import io.github.facesj.run.FacesException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The faces of an archive, with their embeddings and thumbnails. */
public final class FaceTable {

  private static final String SELECT =
      "SELECT id, photo_id, page, number, x, y, width, height, score, quality, points, drawn,"
          + " nonface, cluster_id, settled FROM face ";

  private final Sql sql;
  private final int dimension;

  FaceTable(Sql sql, int dimension) {
    this.sql = sql;
    this.dimension = dimension;
  }

  /** All faces in the order of their ids. */
  List<ArchivedFace> all() throws FacesException {
    return sql.list(SELECT + "ORDER BY id", FaceTable::face);
  }

  /**
   * One face.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  ArchivedFace get(long id) throws FacesException {
    return find(id).orElseThrow(() -> absent(id));
  }

  /** One face, if it is there. */
  Optional<ArchivedFace> find(long id) throws FacesException {
    return sql.first(SELECT + "WHERE id = ?", FaceTable::face, id);
  }

  /** Those of some faces that are there, in the order of their ids, read at once. */
  public List<ArchivedFace> find(Collection<Long> ids) throws FacesException {
    return sql.list(
        SELECT + "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        FaceTable::face,
        DecisionPlan.json(ids));
  }

  /** The faces of a photo, page by page, in the order of their numbers. */
  public List<ArchivedFace> of(long photo) throws FacesException {
    return sql.list(SELECT + "WHERE photo_id = ? ORDER BY page, number", FaceTable::face, photo);
  }

  /** The faces of a cluster in the order of their ids. */
  public List<ArchivedFace> in(long cluster) throws FacesException {
    return sql.list(SELECT + "WHERE cluster_id = ? ORDER BY id", FaceTable::face, cluster);
  }

  /**
   * Adds a face, which belongs to no cluster yet.
   *
   * @param photo id of its photo
   * @return its id
   * @throws IllegalArgumentException if its embedding has another length than the archive's
   */
  public long add(long photo, NewFace face) throws FacesException {
    if (face.embedding().length != dimension) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The archive holds vectors of %d numbers, but a new face has %d.",
              dimension,
              face.embedding().length));
    }
    return sql.transaction(
        () -> {
          long id =
              sql.insert(
                  "INSERT INTO face (photo_id, page, number, x, y, width, height, score, quality,"
                      + " points, embedding, drawn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  photo,
                  face.page(),
                  face.number(),
                  face.box().x(),
                  face.box().y(),
                  face.box().width(),
                  face.box().height(),
                  face.score(),
                  face.quality(),
                  face.points().map(Blobs::ofPoints),
                  Blobs.ofFloats(face.embedding()),
                  face.drawn() ? 1 : 0);
          sql.change("INSERT INTO thumbnail (face_id, jpeg) VALUES (?, ?)", id, face.thumbnail());
          return id;
        });
  }

  /**
   * Says anew what faces a photo has, because its content has changed. What people decided about a
   * face stays with it where a box of the new ones overlaps its own enough; a face that is the same
   * to the last bit stays as it is.
   *
   * @param photo id of the photo
   * @param unread pages that could not be looked at this time; their faces stay
   * @param faces all of the other pages
   * @return how many faces with a decision stayed, and how many went
   */
  public Replaced replace(long photo, Set<Integer> unread, List<NewFace> faces)
      throws FacesException {
    return sql.transaction(() -> new FaceReplacement(sql, this, photo, unread).by(faces));
  }

  /**
   * What became of faces about which a person had decided.
   *
   * @param kept stayed
   * @param dropped went, because nothing is there any more
   */
  public record Replaced(int kept, int dropped) {}

  /** The embedding of a face, as it is stored. */
  byte[] embedding(long face) throws FacesException {
    return sql.first("SELECT embedding FROM face WHERE id = ?", row -> row.getBytes(1), face)
        .orElseThrow(() -> absent(face));
  }

  /** Puts what was found into the place of a face, which keeps its id and what was decided. */
  void renew(long id, NewFace face) throws FacesException {
    sql.change(
        "UPDATE face SET page = ?, number = ?, x = ?, y = ?, width = ?, height = ?, score = ?,"
            + " quality = ?, points = ?, embedding = ?, drawn = ? WHERE id = ?",
        face.page(),
        face.number(),
        face.box().x(),
        face.box().y(),
        face.box().width(),
        face.box().height(),
        face.score(),
        face.quality(),
        face.points().map(Blobs::ofPoints),
        Blobs.ofFloats(face.embedding()),
        face.drawn() ? 1 : 0,
        id);
    sql.change("UPDATE thumbnail SET jpeg = ? WHERE face_id = ?", face.thumbnail(), id);
  }

  /** Removes faces with all that belongs to them. */
  void remove(long[] faces) throws FacesException {
    forEach("DELETE FROM face WHERE id = ?1", faces);
  }

  /**
   * What a person said: puts faces into a cluster, or out of any.
   *
   * @param settled whether no run may move them any more; false where a decision is taken back
   */
  void place(long[] faces, OptionalLong cluster, boolean settled) throws FacesException {
    String to = cluster.isPresent() ? Long.toString(cluster.getAsLong()) : "NULL";
    forEach(
        String.format(
            Locale.ROOT,
            "UPDATE face SET cluster_id = %s, settled = %d WHERE id = ?1",
            to,
            settled ? 1 : 0),
        faces);
  }

  private void forEach(String statement, long[] faces) throws FacesException {
    sql.transaction(
        () ->
            sql.many(
                statement,
                prepared -> {
                  for (long face : faces) {
                    prepared.setLong(1, face);
                    prepared.executeUpdate();
                  }
                  return null;
                }));
  }

  /**
   * Embeddings as one matrix, read one by one into it.
   *
   * @param faces ids, in the order of the rows wanted
   * @throws IllegalArgumentException if there is no face of an id
   */
  Vectors vectors(long[] faces) throws FacesException {
    sql.requireBytes((long) Float.BYTES * faces.length * dimension);
    float[] matrix = new float[Math.multiplyExact(faces.length, dimension)];
    return sql.many(
        "SELECT embedding FROM face WHERE id = ?",
        prepared -> {
          for (int i = 0; i < faces.length; i++) {
            prepared.setLong(1, faces[i]);
            try (ResultSet row = prepared.executeQuery()) {
              if (!row.next()) {
                throw absent(faces[i]);
              }
              put(row.getBytes(1), matrix, i, faces[i]);
            }
          }
          return Vectors.wrap(dimension, matrix);
        });
  }

  int dimension() {
    return dimension;
  }

  /** Puts the vector of a face into a row of a matrix. */
  void put(byte[] embedding, float[] matrix, int row, long face) throws FacesException {
    if (embedding.length != dimension * Float.BYTES) {
      throw SqlErrors.nonsense(
          sql.file(),
          new IllegalArgumentException(
              String.format(Locale.ROOT, "the vector of face %d has another length", face)));
    }
    Blobs.floats(embedding, matrix, row * dimension);
  }

  /**
   * What a face looks like: a small JPEG, upright.
   *
   * @throws IllegalArgumentException if there is no face of this id
   */
  byte[] thumbnail(long face) throws FacesException {
    return sql.first("SELECT jpeg FROM thumbnail WHERE face_id = ?", row -> row.getBytes(1), face)
        .orElseThrow(() -> absent(face));
  }

  private static IllegalArgumentException absent(long face) {
    return new IllegalArgumentException("The archive holds no face " + face + ".");
  }

  private static ArchivedFace face(ResultSet row) throws SQLException {
    byte[] points = row.getBytes(11);
    long cluster = row.getLong(14);
    boolean alone = row.wasNull();
    return new ArchivedFace(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        row.getInt(4),
        new Box(row.getDouble(5), row.getDouble(6), row.getDouble(7), row.getDouble(8)),
        row.getDouble(9),
        row.getDouble(10),
        Optional.ofNullable(points).map(Blobs::points),
        row.getInt(12) != 0,
        row.getInt(13) != 0,
        alone ? OptionalLong.empty() : OptionalLong.of(cluster),
        row.getInt(15) != 0);
  }
}
