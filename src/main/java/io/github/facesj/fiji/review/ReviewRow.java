package io.github.facesj.fiji.review;

import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row: a cluster, or faces that belong to none.
 *
 * @param cluster empty where the faces belong to none
 * @param faces those that pass the filter, best quality first
 * @param all how many faces the cluster has, whatever the filter
 * @param dates when the photos were taken, such as {@code 1998 - 2004}; empty where nobody knows
 */
record ReviewRow(
    Optional<ArchivedCluster> cluster, List<ArchivedFace> faces, int all, String dates) {

  Optional<String> name() {
    return cluster.flatMap(ArchivedCluster::name);
  }

  /** {@code Ada} or {@code unnamed}. */
  String title() {
    return name()
        .orElseGet(
            () ->
                cluster.isEmpty()
                    ? faces.get(0).nonface() ? "not faces" : "in no cluster"
                    : cluster.get().ignored() ? "ignored stranger" : "unnamed");
  }

  /** {@code 37 faces}, or {@code 3 of 37 faces} where the filter hides some. */
  String count() {
    String of = faces.size() == all ? "" : String.format(Locale.ROOT, "%,d of ", faces.size());
    return String.format(Locale.ROOT, "%s%,d %s", of, all, all == 1 ? "face" : "faces");
  }
}
