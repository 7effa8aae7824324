package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.cluster.ClusterPlan;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.cluster.PictureId;
import io.github.facesj.io.FileKind;
import io.github.facesj.run.FacesException;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The clusters of an archive in figures, largest first. */
final class ClusterSizes {

  private static final Schema<ClusterSize> SCHEMA =
      Schema.of(
          Column.whole("cluster", "id of the cluster").of(ClusterSize::id),
          Columns.PERSON.of(cluster -> cluster.name().orElse("")),
          Column.whole("faces", "in the cluster").of(ClusterSize::faces),
          Column.whole("photos", "with a face of the cluster").of(ClusterSize::photos),
          Column.whole("settled", "faces whose place a person has settled")
              .of(ClusterSize::settled),
          Column.whole("ignored", "1 for a cluster that is not looked at any more, else 0")
              .of(cluster -> cluster.ignored() ? 1 : 0),
          Column.whole("doubled", "faces that share their picture with another of the cluster")
              .of(ClusterSize::doubled));

  static final FileKind KIND = SCHEMA.kind();

  private ClusterSizes() {}

  /**
   * Clusters with at least one face; ties by id.
   *
   * @param plan where the faces are now
   */
  static List<ClusterSize> of(Archive archive, List<FaceState> faces, ClusterPlan plan)
      throws FacesException {
    Map<Long, List<FaceState>> members = new HashMap<>();
    for (int i = 0; i < plan.size(); i++) {
      if (plan.cluster(i) != FaceState.NONE) {
        members.computeIfAbsent(plan.cluster(i), c -> new ArrayList<>()).add(faces.get(i));
      }
    }
    List<ClusterSize> sizes = new ArrayList<>();
    for (ArchivedCluster cluster : archive.clusters()) {
      if (members.containsKey(cluster.id())) {
        sizes.add(size(cluster, members.get(cluster.id())));
      }
    }
    sizes.sort(
        Comparator.comparingInt((ClusterSize c) -> -c.faces()).thenComparingLong(ClusterSize::id));
    return sizes;
  }

  private static ClusterSize size(ArchivedCluster cluster, List<FaceState> faces) {
    Map<PictureId, Integer> pictures = new HashMap<>();
    faces.forEach(f -> pictures.merge(new PictureId(f.photo(), f.page()), 1, Integer::sum));
    return new ClusterSize(
        cluster.id(),
        cluster.name(),
        cluster.ignored(),
        faces.size(),
        (int) faces.stream().filter(FaceState::settled).count(),
        (int) faces.stream().mapToLong(FaceState::photo).distinct().count(),
        pictures.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum());
  }

  /**
   * One row for each cluster.
   *
   * @param least smaller ones are left out
   */
  static Table table(List<ClusterSize> sizes, int least) {
    return SCHEMA.table(sizes.stream().filter(c -> c.faces() >= least).toList());
  }
}
