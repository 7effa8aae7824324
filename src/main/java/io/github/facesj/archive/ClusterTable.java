package io.github.facesj.archive;

import io.github.facesj.face.PersonName;
import io.github.facesj.run.FacesException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The clusters of an archive, and which faces never go into which. */
public final class ClusterTable {

  private static final String SELECT = "SELECT id, name, ignored FROM cluster ";

  /**
   * What a person ruled out.
   *
   * @param face id of the face
   * @param cluster id of the cluster that no run puts it into
   */
  public record Apart(long face, long cluster) {}

  /** People type at most 200; other programs may have written more. */
  private static final int LONGEST_NAME = 10_000;

  private final Sql sql;

  ClusterTable(Sql sql) {
    this.sql = sql;
  }

  /** All clusters in the order of their ids, also those without a face. */
  List<ArchivedCluster> all() throws FacesException {
    return sql.list(SELECT + "ORDER BY id", ClusterTable::cluster);
  }

  /**
   * One cluster.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  public ArchivedCluster get(long id) throws FacesException {
    return sql.first(SELECT + "WHERE id = ?", ClusterTable::cluster, id)
        .orElseThrow(
            () -> new IllegalArgumentException("The archive holds no cluster " + id + "."));
  }

  /** The person of a name. */
  public Optional<ArchivedCluster> named(String name) throws FacesException {
    return allNamed(name).stream().findFirst();
  }

  /**
   * The clusters of a name: at most one, but for archives of earlier versions, which may have a
   * name in several spellings that look the same.
   */
  List<ArchivedCluster> allNamed(String name) throws FacesException {
    String normal = PersonName.of(name);
    return sql.list(SELECT + "WHERE name IS NOT NULL ORDER BY id", ClusterTable::cluster).stream()
        .filter(cluster -> cluster.name().filter(normal::equals).isPresent())
        .toList();
  }

  /**
   * Adds a cluster without faces.
   *
   * @return its id, higher than that of any cluster there ever was
   */
  long add() throws FacesException {
    return sql.insert("INSERT INTO cluster DEFAULT VALUES");
  }

  /**
   * Says anew whose a cluster is.
   *
   * @throws FacesException if another cluster has the name
   */
  void update(ArchivedCluster cluster) throws FacesException {
    // A spelling of an earlier version stays: another cluster may have the one of now.
    Optional<String> written =
        sql
            .list("SELECT name FROM cluster WHERE id = ?", row -> row.getString(1), cluster.id())
            .stream()
            .filter(Objects::nonNull)
            .filter(name -> cluster.name().equals(Optional.of(PersonName.of(name))))
            .findFirst();
    sql.change(
        "UPDATE cluster SET name = ?, ignored = ? WHERE id = ?",
        written.or(cluster::name),
        cluster.ignored() ? 1 : 0,
        cluster.id());
  }

  /** Removes a cluster; its faces stay, without one. */
  void remove(long id) throws FacesException {
    sql.change("DELETE FROM cluster WHERE id = ?", id);
  }

  /** The id that the next cluster gets. */
  long next() throws FacesException {
    return 1 + sql.number("SELECT seq FROM sqlite_sequence WHERE name = 'cluster'");
  }

  /** All that people ruled out, in the order of faces and clusters. */
  public List<Apart> apart() throws FacesException {
    return sql.list(
        "SELECT face_id, cluster_id FROM apart ORDER BY face_id, cluster_id",
        row -> new Apart(row.getLong(1), row.getLong(2)));
  }

  /** Keeps a face out of a cluster from now on. */
  void keepApart(Apart apart) throws FacesException {
    sql.change(
        "INSERT OR IGNORE INTO apart (face_id, cluster_id) VALUES (?, ?)",
        apart.face(),
        apart.cluster());
  }

  private static ArchivedCluster cluster(ResultSet row) throws SQLException {
    String name = row.getString(2);
    if (name != null && name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the name of cluster %d has %d letters", row.getLong(1), name.length()));
    }
    return new ArchivedCluster(row.getLong(1), Optional.ofNullable(name), row.getInt(3) != 0);
  }
}
