package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.util.Map;

/** Puts the written changes of one decision into effect, forward or backward. */
final class DecisionEffect {

  private final Sql sql;
  private final long decision;
  private final boolean forward;

  private DecisionEffect(Sql sql, long decision, boolean forward) {
    this.sql = sql;
    this.decision = decision;
    this.forward = forward;
  }

  static DecisionEffect of(Sql sql, long decision, boolean forward) {
    return new DecisionEffect(sql, decision, forward);
  }

  void apply() throws FacesException {
    if (forward) {
      draw();
    }
    addClusters();
    moveFaces();
    nameClusters();
    ruleOut();
    dropClusters();
    if (!forward) {
      undraw();
    }
  }

  /** Clusters that are to be there, and those that faces come back to. */
  private void addClusters() throws FacesException {
    change(
        """
        INSERT INTO cluster (id)
        SELECT cluster_id FROM changed_cluster WHERE decision_id = ?1 AND {new}_there = 1
        UNION SELECT {new}_cluster FROM changed_face
        WHERE decision_id = ?1 AND {new}_cluster IS NOT NULL
        EXCEPT SELECT id FROM cluster\
        """);
  }

  /**
   * Only those that are where they were left. One that is alone now is looked at by the next run.
   */
  private void moveFaces() throws FacesException {
    change(
        """
        UPDATE face SET cluster_id = c.{new}_cluster, settled = c.{new}_settled,
          nonface = c.{new}_nonface, judged = iif(c.{new}_cluster IS NULL, 0, judged)
        FROM changed_face c
        WHERE c.decision_id = ?1 AND c.face_id = face.id
          AND face.cluster_id IS c.{old}_cluster AND face.nonface = c.{old}_nonface\
        """);
  }

  /** In two steps, because two clusters may change names. A name that another has by now stays. */
  private void nameClusters() throws FacesException {
    change(
        """
        UPDATE cluster SET name = NULL FROM changed_cluster c
        WHERE c.decision_id = ?1 AND c.cluster_id = cluster.id AND cluster.name IS c.{old}_name\
        """);
    change(
        """
        UPDATE cluster SET name = c.{new}_name FROM changed_cluster c
        WHERE c.decision_id = ?1 AND c.cluster_id = cluster.id AND cluster.name IS NULL
          AND NOT EXISTS (SELECT 1 FROM cluster other WHERE other.name = c.{new}_name)\
        """);
    change(
        """
        UPDATE cluster SET ignored = c.{new}_ignored FROM changed_cluster c
        WHERE c.decision_id = ?1 AND c.cluster_id = cluster.id AND c.{new}_there = 1\
        """);
  }

  private void ruleOut() throws FacesException {
    change(
        """
        DELETE FROM apart WHERE (face_id, cluster_id) IN (
          SELECT face_id, cluster_id FROM changed_apart WHERE decision_id = ?1 AND added <> {added})\
        """);
    change(
        """
        INSERT OR IGNORE INTO apart (face_id, cluster_id)
        SELECT a.face_id, a.cluster_id FROM changed_apart a
        JOIN face ON face.id = a.face_id JOIN cluster ON cluster.id = a.cluster_id
        WHERE a.decision_id = ?1 AND a.added = {added} AND face.cluster_id IS NOT a.cluster_id\
        """);
  }

  /** Those that the decision is about and that have no face any more. */
  private void dropClusters() throws FacesException {
    change(
        """
        DELETE FROM cluster WHERE id IN (
          SELECT cluster_id FROM changed_cluster WHERE decision_id = ?1
          UNION SELECT old_cluster FROM changed_face WHERE decision_id = ?1
          UNION SELECT new_cluster FROM changed_face WHERE decision_id = ?1)
        AND NOT EXISTS (SELECT 1 FROM face WHERE face.cluster_id = cluster.id)\
        """);
  }

  private void draw() throws FacesException {
    change(
        """
        INSERT INTO face (id, photo_id, page, number, x, y, width, height, score, quality, points,
          embedding, drawn)
        SELECT id, photo_id, page,
          (SELECT coalesce(max(number), 0) + 1 FROM face f
           WHERE f.photo_id = u.photo_id AND f.page = u.page),
          x, y, width, height, score, quality, points, embedding, 1
        FROM undrawn u WHERE id = (SELECT drawn FROM decision WHERE id = ?1)\
        """);
    change(
        """
        INSERT INTO thumbnail (face_id, jpeg)
        SELECT id, jpeg FROM undrawn WHERE id = (SELECT drawn FROM decision WHERE id = ?1)\
        """);
    change("DELETE FROM undrawn WHERE id = (SELECT drawn FROM decision WHERE id = ?1)");
  }

  private void undraw() throws FacesException {
    change(
        """
        INSERT INTO undrawn (id, photo_id, page, x, y, width, height, score, quality, points,
          embedding, jpeg)
        SELECT id, photo_id, page, x, y, width, height, score, quality, points, embedding, jpeg
        FROM face JOIN thumbnail ON face_id = id
        WHERE id = (SELECT drawn FROM decision WHERE id = ?1)\
        """);
    change("DELETE FROM face WHERE id = (SELECT drawn FROM decision WHERE id = ?1)");
  }

  private void change(String statement) throws FacesException {
    Map<String, String> words =
        forward
            ? Map.of("{old}", "old", "{new}", "new", "{added}", "1")
            : Map.of("{old}", "new", "{new}", "old", "{added}", "0");
    String text = statement;
    for (Map.Entry<String, String> word : words.entrySet()) {
      text = text.replace(word.getKey(), word.getValue());
    }
    sql.change(text, decision);
  }
}
