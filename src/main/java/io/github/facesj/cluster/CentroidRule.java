package io.github.facesj.cluster;

/**
 * When a face or a cluster is like enough to the centroid of a cluster to belong to it.
 *
 * <p>A centroid is nearer to every face of its person than these are to one another: where two have
 * a mean cosine of c, a face and the centroid of many have the square root of that. So the same
 * least cosine, asked of a face and a centroid, joins turned and blurred faces that no single face
 * is like enough to. Besides, a face more often belongs to whom there are many faces of: if faces
 * come as in a Chinese restaurant process, the odds grow with the size of the cluster, so that the
 * least cosine falls with its logarithm. In any case the cluster has to be clear of the next that
 * is somebody else: the more people there are, the more alike the next one is, so that the rule
 * gets stricter by itself.
 *
 * <p>Chosen on LFW's first two folds, AT&T, celebrity5, the 770 frames of the 68-point test set and
 * 35 of the 70 people of celeba-identities, with both embedders: of single faces and clusters of 10
 * and more all 24 pairs from 0.08 below the least cosine on were one person, with clusters of 2 to
 * 5 those from 0.02 below on. docs/ACCURACY.md has what it does on the other 35 people.
 *
 * @param least cosine of two faces that belong together
 */
record CentroidRule(double least) {

  /** By how much the least cosine falls where a cluster is e times as large. */
  private static final double FALL = 0.03;

  /** From this many faces on, more tell nothing more. */
  private static final int MANY = 20;

  /** How much nearer than the next a cluster must be. */
  private static final double CLEAR = 0.1;

  /** Below this nothing joins. */
  double lowest() {
    return needed(MANY);
  }

  /** The least cosine of interest: what is below has no say. */
  double floor() {
    return Math.max(-1, lowest() - CLEAR);
  }

  /** Least cosine with the centroid of a cluster of this many faces. */
  private double needed(int size) {
    return least - FALL * Math.log(Math.max(2, Math.min(size, MANY)) / 2.0);
  }

  /** Whether two centroids may be of one person, so that neither is in the way of the other. */
  boolean alike(double cosine) {
    return cosine >= least;
  }

  /**
   * @param cosine with the cluster's centroid
   * @param size faces of the cluster, for a face that may join it; 1 for two clusters
   * @param next cosine with the nearest other centroid that is not alike to this one
   */
  boolean joins(double cosine, int size, double next) {
    return cosine >= needed(size) && cosine - next >= CLEAR;
  }
}
