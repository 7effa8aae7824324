package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The decisions in the file, and how they are put into effect. What a decision changes is written
 * down first, as the state before and after of each face and cluster; making it, taking it back and
 * making it again are then one and the same thing in two directions. Where something has moved on
 * since, it is left as it is: a face follows only from where the decision, or its taking back, had
 * put it.
 */
final class Journal {

  private static final String SELECT = "SELECT id, what, faces, name FROM decision ";

  private final Sql sql;

  Journal(Sql sql) {
    this.sql = sql;
  }

  /** The decision that would be taken back next. */
  Optional<Decision> last() throws FacesException {
    return sql.first(SELECT + "WHERE undone = 0 ORDER BY id DESC LIMIT 1", Journal::decision);
  }

  /** The decision that would be made again next. */
  Optional<Decision> next() throws FacesException {
    return sql.first(SELECT + "WHERE undone = 1 ORDER BY id LIMIT 1", Journal::decision);
  }

  /** Begins a decision, whose changes are to be written down next. */
  long begin(DecisionKind kind, Optional<String> name) throws FacesException {
    return sql.insert(
        "INSERT INTO decision (what, faces, name) VALUES (?, 0, ?)", kind.word(), name);
  }

  /**
   * Puts a decision into effect whose changes are written down. What was taken back before can no
   * longer be made again.
   *
   * @return nothing if it changes nothing, and then it is forgotten
   */
  Optional<DecisionOutcome> make(long decision) throws FacesException {
    long changes =
        sql.number(
            """
            SELECT (SELECT count(*) FROM changed_face WHERE decision_id = ?1)
                 + (SELECT count(*) FROM changed_cluster WHERE decision_id = ?1)
                 + (SELECT count(*) FROM changed_apart WHERE decision_id = ?1)
                 + (SELECT count(drawn) FROM decision WHERE id = ?1)\
            """,
            decision);
    if (changes == 0) {
      sql.change("DELETE FROM decision WHERE id = ?", decision);
      return Optional.empty();
    }
    sql.change("DELETE FROM decision WHERE undone = 1");
    DecisionEffect.of(sql, decision, true).apply();
    return Optional.of(outcome(decision));
  }

  /** Takes the last decision back that is in effect. */
  Optional<DecisionOutcome> undo() throws FacesException {
    return turn(last(), false);
  }

  /** Makes the decision again that was taken back last. */
  Optional<DecisionOutcome> redo() throws FacesException {
    return turn(next(), true);
  }

  private Optional<DecisionOutcome> turn(Optional<Decision> which, boolean forward)
      throws FacesException {
    if (which.isEmpty()) {
      return Optional.empty();
    }
    long id = which.get().id();
    DecisionEffect.of(sql, id, forward).apply();
    sql.change("UPDATE decision SET undone = ? WHERE id = ?", forward ? 0 : 1, id);
    return Optional.of(outcome(id));
  }

  private DecisionOutcome outcome(long id) throws FacesException {
    Set<Long> faces =
        new LinkedHashSet<>(
            sql.list(
                """
                SELECT face_id FROM changed_face WHERE decision_id = ?1
                UNION SELECT face_id FROM changed_apart WHERE decision_id = ?1
                UNION SELECT drawn FROM decision WHERE id = ?1 AND drawn IS NOT NULL
                ORDER BY 1\
                """,
                row -> row.getLong(1),
                id));
    return new DecisionOutcome(
        sql.first(SELECT + "WHERE id = ?", Journal::decision, id).get(), faces);
  }

  /**
   * Forgets every decision that had to do with a cluster, before the cluster is deleted, and all
   * that were taken back: faces that those drew are kept for making them again.
   */
  void forget(long cluster) throws FacesException {
    sql.change("DELETE FROM decision WHERE undone = 1");
    sql.change("DELETE FROM undrawn");
    sql.change(
        """
        DELETE FROM decision WHERE id IN (
          SELECT decision_id FROM changed_face WHERE old_cluster = ?1 OR new_cluster = ?1
          UNION SELECT decision_id FROM changed_cluster WHERE cluster_id = ?1
          UNION SELECT decision_id FROM changed_apart WHERE cluster_id = ?1)\
        """,
        cluster);
  }

  /**
   * Forgets every decision with a name that nobody has now, after people were deleted: it may be an
   * earlier name of theirs, also one of a cluster that was put together with theirs.
   */
  void forgetNames() throws FacesException {
    sql.change(
        """
        DELETE FROM decision WHERE id IN (
          SELECT id FROM (
            SELECT id, name FROM decision
            UNION SELECT decision_id, old_name FROM changed_cluster
            UNION SELECT decision_id, new_name FROM changed_cluster)
          WHERE name NOT IN (SELECT name FROM cluster WHERE name IS NOT NULL))\
        """);
  }

  /** Drops what speaks only of faces and clusters that are gone for ever, after a deletion. */
  void tidy() throws FacesException {
    String gone =
        """
        cluster_id NOT IN (SELECT id FROM cluster) AND cluster_id NOT IN (
          SELECT old_cluster FROM changed_face WHERE old_cluster IS NOT NULL
          UNION SELECT new_cluster FROM changed_face WHERE new_cluster IS NOT NULL)\
        """;
    sql.change("DELETE FROM changed_cluster WHERE " + gone);
    sql.change("DELETE FROM changed_apart WHERE " + gone);
    sql.change(
        """
        DELETE FROM decision WHERE id NOT IN (
          SELECT decision_id FROM changed_face
          UNION SELECT decision_id FROM changed_cluster
          UNION SELECT decision_id FROM changed_apart)
        AND (drawn IS NULL OR drawn NOT IN (SELECT id FROM face UNION SELECT id FROM undrawn))\
        """);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getLong(1),
        DecisionKind.of(row.getString(2)),
        row.getInt(3),
        Optional.ofNullable(row.getString(4)));
  }
}
