package io.github.facesj.collection;

import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.Placements;
import io.github.facesj.cluster.ClusterPlan;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.cluster.Grouping;
import io.github.facesj.cluster.PlanRules;
import io.github.facesj.face.PersonNames;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.util.List;
import java.util.Locale;

/**
 * Clusters the faces of an archive: adds new ones to what is there, or makes anew what no person
 * settled. All is written in one step at the end, so that a stopped run changes nothing.
 */
public final class ClusterRun {

  private final Grouping grouping;
  private final PlanRules rules;
  private final MatchThreshold threshold;
  private final double quality;

  /**
   * @param grouping groups faces by likeness
   * @param rules how faces are placed
   * @param threshold what the grouping and the rules go by, for the report
   * @param quality least quality of a face to be compared
   * @throws IllegalArgumentException if the quality is not between 0 and 1
   */
  public ClusterRun(Grouping grouping, PlanRules rules, MatchThreshold threshold, double quality) {
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException(
          "The least quality must be between 0 and 1, but was " + quality + ".");
    }
    this.grouping = grouping;
    this.rules = rules;
    this.threshold = threshold;
    this.quality = quality;
  }

  /**
   * Clusters the faces of an archive.
   *
   * @param archive open for writing
   * @throws FacesException if the archive cannot be read or written, or the run was stopped; then
   *     it is as it was
   */
  public ClusterReport run(Archive archive, Progress progress) throws FacesException {
    long start = System.nanoTime();
    Placements before = archive.placementTable().read(quality);
    ClusterPlan plan =
        ClusterPlan.of(before.faces(), before.vectors(), before.facts(), rules, grouping, progress);
    OrderStability agreement =
        OrderStability.of(before.faces(), before.vectors(), grouping, progress);
    if (progress.isCanceled()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The clustering was stopped, so the archive %s is as it was.",
              PathText.name(archive.file())));
    }
    archive.placementTable().write(before, plan);
    List<String> names =
        archive.clusters().stream().flatMap(cluster -> cluster.name().stream()).toList();
    for (String sentence : PersonNames.remarks(names)) {
      progress.warn(new Problem(PathText.of(archive.file()), sentence));
    }
    return report(archive, before, plan, agreement, start);
  }

  private ClusterReport report(
      Archive archive, Placements before, ClusterPlan plan, OrderStability agreement, long start)
      throws FacesException {
    int faces = 0;
    int known = 0;
    int joined = 0;
    int alone = 0;
    for (int i = 0; i < plan.size(); i++) {
      FaceState face = before.faces().get(i);
      if (!face.poor()) {
        long now = plan.cluster(i);
        faces++;
        known += face.judged() ? 1 : 0;
        alone += now == FaceState.NONE ? 1 : 0;
        joined +=
            now != face.cluster() && now != FaceState.NONE && now <= before.facts().last() ? 1 : 0;
      }
    }
    List<ClusterSize> clusters = ClusterSizes.of(archive, before.faces(), plan);
    return new ClusterReport(
        faces,
        known,
        joined,
        clusters,
        alone,
        before.poor(),
        (int) clusters.stream().filter(c -> c.id() > before.facts().last()).count(),
        (int) clusters.stream().filter(c -> c.doubled() > 0).count(),
        agreement.f(),
        agreement.faces(),
        threshold,
        (System.nanoTime() - start) / 1_000_000);
  }
}
