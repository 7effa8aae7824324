package io.github.facesj.archive;

import io.github.facesj.cluster.ClusterFacts;
import io.github.facesj.cluster.ClusterPlan;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.run.FacesException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** In which clusters the faces are: what a run reads of all at once, and writes back. */
public final class PlacementTable {

  private static final String COMPARED =
      " FROM face WHERE nonface = 0 AND (quality >= ?1 OR cluster_id IS NOT NULL) ";

  private final Sql sql;
  private final FaceTable faces;

  PlacementTable(Sql sql, FaceTable faces) {
    this.sql = sql;
    this.faces = faces;
  }

  /**
   * All faces, their vectors and what people decided, as of one moment. The file is read once from
   * one end to the other.
   *
   * @param quality least quality of a face to be compared, 0 to 1
   */
  public Placements read(double quality) throws FacesException {
    return sql.transaction(
        () -> {
          int[] counts = counts(quality);
          int size = counts[0];
          sql.requireBytes((long) Float.BYTES * size * faces.dimension());
          float[] matrix = new float[Math.multiplyExact(size, faces.dimension())];
          List<FaceState> states = new ArrayList<>(size);
          sql.many(
              "SELECT id, photo_id, page, cluster_id, settled, judged, quality, embedding"
                  + COMPARED
                  + "ORDER BY id",
              prepared -> {
                prepared.setDouble(1, quality);
                try (ResultSet rows = prepared.executeQuery()) {
                  while (rows.next()) {
                    faces.put(rows.getBytes(8), matrix, states.size(), rows.getLong(1));
                    states.add(state(rows, quality));
                  }
                }
                return null;
              });
          return new Placements(
              states, Vectors.wrap(faces.dimension(), matrix), facts(), counts[1]);
        });
  }

  /** How many faces are compared or in a cluster, and how many too poor to be compared. */
  private int[] counts(double quality) throws FacesException {
    return sql.first(
            """
            SELECT count(*) FILTER (WHERE quality >= ?1 OR cluster_id IS NOT NULL),
              count(*) FILTER (WHERE quality < ?1) FROM face WHERE nonface = 0\
            """,
            row -> new int[] {row.getInt(1), row.getInt(2)},
            quality)
        .orElseThrow();
  }

  private static FaceState state(ResultSet row, double quality) throws SQLException {
    // NULL reads as 0, which stands for no cluster.
    long cluster = row.getLong(4);
    return new FaceState(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        cluster,
        row.getInt(5) != 0 && cluster != FaceState.NONE,
        row.getInt(6) != 0,
        row.getDouble(7) < quality);
  }

  private ClusterFacts facts() throws FacesException {
    Map<Long, Set<Long>> apart = new HashMap<>();
    ClusterTable clusters = new ClusterTable(sql);
    for (ClusterTable.Apart ruledOut : clusters.apart()) {
      apart.computeIfAbsent(ruledOut.face(), f -> new HashSet<>()).add(ruledOut.cluster());
    }
    List<Long> touched =
        sql.list(
            "SELECT id FROM cluster WHERE name IS NOT NULL OR ignored = 1 UNION SELECT cluster_id"
                + " FROM apart",
            row -> row.getLong(1));
    return new ClusterFacts(Set.copyOf(touched), apart, clusters.next() - 1);
  }

  /**
   * Carries a plan out, as a whole or not at all. Clusters that lose their last face by it are
   * gone, but for those that people touched.
   *
   * @param before what the plan was made of; nobody may have changed the archive since
   */
  public void write(Placements before, ClusterPlan plan) throws FacesException {
    Set<Long> left = new TreeSet<>();
    Set<Long> made = new TreeSet<>();
    for (int i = 0; i < plan.size(); i++) {
      if (plan.cluster(i) != before.faces().get(i).cluster()) {
        left.add(before.faces().get(i).cluster());
      }
      if (plan.cluster(i) > before.facts().last()) {
        made.add(plan.cluster(i));
      }
    }
    left.remove(FaceState.NONE);
    sql.transaction(
        () -> {
          each("INSERT INTO cluster (id) VALUES (?)", made);
          sql.many(
              "UPDATE face SET judged = ?2, cluster_id = iif(settled = 1, cluster_id, ?3) WHERE id"
                  + " = ?1",
              prepared -> {
                for (int i = 0; i < plan.size(); i++) {
                  update(prepared, before.faces().get(i), plan.cluster(i), plan.judged(i));
                }
                return null;
              });
          each(
              """
              DELETE FROM cluster WHERE id = ?1 AND name IS NULL AND ignored = 0
                AND NOT EXISTS (SELECT 1 FROM face WHERE cluster_id = ?1)
                AND NOT EXISTS (SELECT 1 FROM apart WHERE cluster_id = ?1)\
              """,
              left);
          return null;
        });
  }

  private static void update(
      PreparedStatement prepared, FaceState before, long cluster, boolean judged)
      throws SQLException {
    if (cluster == before.cluster() && judged == before.judged()) {
      return;
    }
    prepared.setLong(1, before.id());
    prepared.setInt(2, judged ? 1 : 0);
    if (cluster == FaceState.NONE) {
      prepared.setNull(3, Types.INTEGER);
    } else {
      prepared.setLong(3, cluster);
    }
    prepared.executeUpdate();
  }

  private void each(String statement, Set<Long> ids) throws FacesException {
    sql.many(
        statement,
        prepared -> {
          for (long id : ids) {
            prepared.setLong(1, id);
            prepared.executeUpdate();
          }
          return null;
        });
  }
}
