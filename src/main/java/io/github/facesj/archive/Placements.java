package io.github.facesj.archive;

import io.github.facesj.cluster.ClusterFacts;
import io.github.facesj.cluster.FaceState;
import io.github.facesj.cluster.Vectors;
import java.util.List;

/**
 * What a run of clustering needs to know of an archive.
 *
 * @param faces all that are faces and either good enough to be compared or in a cluster, in the
 *     order of their ids
 * @param vectors of these faces
 * @param facts what people decided
 * @param poor how many faces are too poor to be compared, and so are left where they are, or alone
 */
public record Placements(List<FaceState> faces, Vectors vectors, ClusterFacts facts, int poor) {

  public Placements {
    faces = List.copyOf(faces);
  }
}
