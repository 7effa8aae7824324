package io.github.facesj.fiji.review;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.cluster.Centroids;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The middles of clusters, each computed when it is asked for and again when its faces change. */
final class ClusterCentroids {

  private record Middle(List<Long> faces, float[] vector) {}

  private final Archive archive;
  private final Map<Long, Middle> known = new HashMap<>();

  ClusterCentroids(Archive archive) {
    this.archive = archive;
  }

  /** One vector for each cluster, in the order of the clusters. */
  Vectors of(SortedMap<Long, List<ArchivedFace>> clusters) throws FacesException {
    List<float[]> rows = new ArrayList<>();
    for (Map.Entry<Long, List<ArchivedFace>> cluster : clusters.entrySet()) {
      List<Long> faces = cluster.getValue().stream().map(ArchivedFace::id).toList();
      Middle middle = known.get(cluster.getKey());
      if (middle == null || !middle.faces().equals(faces)) {
        middle = new Middle(faces, middle(faces));
        known.put(cluster.getKey(), middle);
      }
      rows.add(middle.vector());
    }
    return Vectors.of(archive.settings().dimension(), rows);
  }

  private float[] middle(List<Long> faces) throws FacesException {
    long[] ids = faces.stream().mapToLong(Long::longValue).toArray();
    return Centroids.of(archive.vectors(ids), new int[ids.length], 1).values();
  }
}
