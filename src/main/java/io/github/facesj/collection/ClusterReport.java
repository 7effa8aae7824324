package io.github.facesj.collection;

import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.io.FileKind;
import io.github.facesj.table.Table;
import java.util.List;
import java.util.Locale;

/**
 * What clustering an archive came to.
 *
 * @param faces faces that were compared, in all
 * @param before how many of them earlier runs had placed
 * @param joined faces that joined a cluster which was there
 * @param clusters all clusters after the run, the largest first; ties by id
 * @param alone faces good enough to be compared that belong to no cluster
 * @param poor faces too poor to be compared
 * @param created clusters that the run made
 * @param doubled clusters with two faces in one picture, which are suspicious
 * @param agreement B-cubed F of the method's result with its result on the same faces in another
 *     order, 0 to 1; 1 where there is nothing to compare
 * @param sample on how many faces the agreement was measured
 * @param threshold up to which distance faces belong together, and what is known of it
 * @param millis wall-clock time
 */
public record ClusterReport(
    int faces,
    int before,
    int joined,
    List<ClusterSize> clusters,
    int alone,
    int poor,
    int created,
    int doubled,
    double agreement,
    int sample,
    MatchThreshold threshold,
    long millis) {

  /** What tables of clusters are known by. */
  public static final FileKind KIND = ClusterSizes.KIND;

  public ClusterReport {
    clusters = List.copyOf(clusters);
  }

  /** A few sentences for a person. */
  public String summary() {
    int people = (int) clusters.stream().filter(c -> c.name().isPresent()).count();
    int together = clusters.stream().mapToInt(ClusterSize::faces).sum();
    return String.format(
        Locale.ROOT,
        """
        %s in %s (%d with a name), %s alone, %s too poor to judge (%.1f s).
        New: %s looked at, of which %s joined clusters that were there; %s made.
        Up to %s.
        Checks without knowing the people: %s two faces of one picture; in another order of the faces the result agrees to %.1f %% (B-cubed F, on %s).\
        """,
        count(together, "face"),
        count(clusters.size(), "cluster"),
        people,
        count(alone, "face"),
        count(poor, "face"),
        millis / 1000.0,
        count(faces - before, "face"),
        count(joined, "face"),
        count(created, "cluster"),
        threshold,
        doubled == 1 ? "1 cluster holds" : count(doubled, "cluster") + " hold",
        100 * agreement,
        count(sample, "face"));
  }

  /**
   * One row for each cluster, the largest first.
   *
   * @param least smaller ones are left out
   */
  public Table table(int least) {
    return ClusterSizes.table(clusters, least);
  }

  private static String count(int n, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
  }
}
