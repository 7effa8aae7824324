package io.github.facesj.cluster;

import io.github.facesj.run.Progress;

/**
 * Groups faces by their likeness alone. Thresholds are given when a clusterer is made. The result
 * does not depend on the order of the faces, but for exact ties of similarity.
 */
public interface Clusterer {

  /**
   * @param vectors the faces
   * @param graph the neighbours of each
   * @param progress may stop the work
   * @return who belongs together; what it had come to after a cancel
   */
  Partition cluster(Vectors vectors, NeighbourGraph graph, Progress progress);
}
