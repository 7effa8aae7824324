package io.github.facesj.cluster;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * k-means on directions, where the number of clusters follows from a threshold (DP-means, Kulis and
 * Jordan, 2012): each face belongs to the centre nearest to it, a centre is the mean direction of
 * its faces, and a face that is too far from all centres becomes one. Every face is compared with
 * every centre, so that many faces of many people take long.
 *
 * @param least cosine of a face and its centre
 */
record SphericalMeans(double least) implements Clusterer {

  /** Rounds after which it ends even if faces still change their centre. */
  private static final int ROUNDS = 30;

  @Override
  public Partition cluster(Vectors vectors, NeighbourGraph graph, Progress progress) {
    int size = vectors.size();
    int[] labels = new int[size];
    Vectors centres = Vectors.wrap(vectors.dimension(), new float[0]);
    boolean changed = true;
    for (int round = 0; round < ROUNDS && changed && !progress.isCanceled(); round++) {
      NeighbourGraph nearest =
          new NeighbourSearch(1, -1).between(vectors, centres, Progress.SILENT);
      List<float[]> added = new ArrayList<>();
      changed = false;
      for (int i = 0; i < size; i++) {
        boolean near = nearest.degree(i) > 0 && nearest.cosine(i, 0) >= least;
        int label = near ? nearest.neighbour(i, 0) : centres.size() + join(vectors, i, added);
        changed |= label != labels[i] || !near;
        labels[i] = label;
      }
      centres = Centroids.of(vectors, labels, centres.size() + added.size());
      progress.at(round + 1, ROUNDS, "Moving centres");
    }
    return Partition.of(labels);
  }

  /** The first of the new centres that a face is near enough to; if there is none, its own. */
  private int join(Vectors vectors, int face, List<float[]> added) {
    int dimension = vectors.dimension();
    for (int c = 0; c < added.size(); c++) {
      if (Vectors.dot(vectors.values(), face * dimension, added.get(c), 0, dimension) >= least) {
        return c;
      }
    }
    float[] own = new float[dimension];
    System.arraycopy(vectors.values(), face * dimension, own, 0, dimension);
    added.add(own);
    return added.size() - 1;
  }
}
