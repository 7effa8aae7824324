package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Writes down what a decision is going to change, before it is put into effect. */
final class DecisionPlan {

  private final Sql sql;
  private final long decision;

  DecisionPlan(Sql sql, long decision) {
    this.sql = sql;
    this.decision = decision;
  }

  /** Ids as SQLite's {@code json_each} takes them. */
  static String json(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  /** Faces go into a cluster, or out of any, or become settled where they are. */
  void move(Collection<Long> faces, OptionalLong cluster, boolean settled, boolean nonface)
      throws FacesException {
    sql.change(
        """
        INSERT INTO changed_face
        SELECT ?1, id, cluster_id, settled, nonface, ?3, ?4, ?5 FROM face
        WHERE id IN (SELECT value FROM json_each(?2))
          AND NOT (cluster_id IS ?3 AND settled = ?4 AND nonface = ?5)\
        """,
        decision,
        json(faces),
        cluster.isPresent() ? cluster.getAsLong() : null,
        settled ? 1 : 0,
        nonface ? 1 : 0);
  }

  /** Faces are settled in a cluster. */
  void settle(Collection<Long> faces, long cluster) throws FacesException {
    move(faces, OptionalLong.of(cluster), true, false);
  }

  /** A cluster is called something else, or nothing, or is a stranger. */
  void change(ArchivedCluster old, Optional<String> name, boolean ignored) throws FacesException {
    if (old.name().equals(name) && old.ignored() == ignored) {
      return;
    }
    sql.change(
        "INSERT INTO changed_cluster VALUES (?, ?, 1, ?, ?, 1, ?, ?)",
        decision,
        old.id(),
        old.name(),
        old.ignored() ? 1 : 0,
        name,
        ignored ? 1 : 0);
  }

  /** A new cluster, which must get a face by the same decision. */
  long cluster(Optional<String> name) throws FacesException {
    long id = new ClusterTable(sql).add();
    sql.change(
        "INSERT INTO changed_cluster VALUES (?, ?, 0, NULL, 0, 1, ?, 0)", decision, id, name);
    return id;
  }

  /** No run ever puts these faces into the cluster. */
  void keepApart(Collection<Long> faces, long cluster) throws FacesException {
    sql.change(
        """
        INSERT OR IGNORE INTO changed_apart
        SELECT ?1, value, ?3, 1 FROM json_each(?2)
        WHERE value NOT IN (SELECT face_id FROM apart WHERE cluster_id = ?3)\
        """,
        decision,
        json(faces),
        cluster);
  }

  /**
   * The faces that moved out of other clusters are kept apart from those, and the faces that stayed
   * there from the cluster they moved to.
   */
  void keepApartFromWhereTheyWere(long target) throws FacesException {
    sql.change(
        """
        INSERT OR IGNORE INTO changed_apart
        SELECT ?1, face_id, old_cluster, 1 FROM changed_face c
        WHERE decision_id = ?1 AND old_cluster IS NOT ?2 AND old_cluster IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM apart a
            WHERE a.face_id = c.face_id AND a.cluster_id = c.old_cluster)
        UNION
        SELECT ?1, id, ?2, 1 FROM face
        WHERE cluster_id <> ?2
          AND cluster_id IN (SELECT old_cluster FROM changed_face WHERE decision_id = ?1)
          AND id NOT IN (SELECT face_id FROM changed_face WHERE decision_id = ?1)
          AND id NOT IN (SELECT face_id FROM apart WHERE cluster_id = ?2)\
        """,
        decision,
        target);
  }

  /** What was kept apart from a cluster is kept apart from the one it goes into. */
  void inherit(long from, long to) throws FacesException {
    sql.change(
        """
        INSERT OR IGNORE INTO changed_apart
        SELECT ?1, face_id, ?3, 1 FROM apart
        WHERE cluster_id = ?2
          AND face_id NOT IN (SELECT face_id FROM apart WHERE cluster_id = ?3)
          AND face_id NOT IN (SELECT id FROM face WHERE cluster_id = ?3)\
        """,
        decision,
        from,
        to);
  }

  /** Faces may go where they go, whatever was ruled out before, and clusters left empty end. */
  void finish(int faces) throws FacesException {
    List<Long> empty =
        sql.list(
            """
            SELECT DISTINCT old_cluster FROM changed_face c
            WHERE decision_id = ?1 AND old_cluster IS NOT NULL
              AND old_cluster NOT IN (SELECT new_cluster FROM changed_face
                WHERE decision_id = ?1 AND new_cluster IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM face f WHERE f.cluster_id = c.old_cluster
                AND f.id NOT IN (SELECT face_id FROM changed_face WHERE decision_id = ?1))
            ORDER BY 1\
            """,
            row -> row.getLong(1),
            decision);
    for (long cluster : empty) {
      end(cluster);
    }
    sql.change(
        """
        DELETE FROM changed_apart WHERE decision_id = ?1 AND added = 1
          AND (face_id, cluster_id) IN (
            SELECT face_id, new_cluster FROM changed_face WHERE decision_id = ?1)\
        """,
        decision);
    sql.change(
        """
        INSERT OR IGNORE INTO changed_apart
        SELECT ?1, face_id, cluster_id, 0 FROM apart WHERE (face_id, cluster_id) IN (
          SELECT face_id, new_cluster FROM changed_face WHERE decision_id = ?1)\
        """,
        decision);
    sql.change("UPDATE decision SET faces = ? WHERE id = ?", faces, decision);
  }

  private void end(long cluster) throws FacesException {
    sql.change(
        "DELETE FROM changed_apart WHERE decision_id = ? AND cluster_id = ? AND added = 1",
        decision,
        cluster);
    sql.change(
        """
        INSERT INTO changed_apart
        SELECT ?1, face_id, cluster_id, 0 FROM apart WHERE cluster_id = ?2\
        """,
        decision,
        cluster);
    sql.change(
        """
        INSERT INTO changed_cluster
        SELECT ?1, id, 1, name, ignored, 0, NULL, 0 FROM cluster WHERE id = ?2
        ON CONFLICT DO UPDATE SET new_there = 0, new_name = NULL, new_ignored = 0\
        """,
        decision,
        cluster);
  }

  /** The decision drew a face. */
  void drew(long face) throws FacesException {
    sql.change("UPDATE decision SET drawn = ? WHERE id = ?", face, decision);
  }
}
