package io.github.facesj.cluster;

/**
 * When a face is like enough to the centroid of a cluster to belong to it.
 *
 * <p>A centroid is nearer to every face of its person than these are to one another: where two have
 * a mean cosine of c, a face and the centroid of many have the square root of that. So the same
 * least cosine, asked of a face and a centroid, joins turned and blurred faces that no single face
 * is like enough to. Besides, a face more often belongs to whom there are many faces of: if faces
 * come as in a Chinese restaurant process, the odds grow with the size, so that the least cosine
 * falls with its logarithm. Whatever is below the least cosine of two faces has to be clear of the
 * next cluster, too: among very many people somebody is always a little alike.
 *
 * <p>Chosen on LFW's first two folds, AT&T, celebrity5, the 770 frames of the 68-point test set and
 * 35 of the 70 people of celeba-identities, with both embedders: between clusters of 10 and more
 * faces and single ones all 24 pairs from 0.08 below on were one person, with clusters of 2 to 5
 * from 0.02 below on; docs/ACCURACY.md has what it does on the other 35.
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

  /** The least cosine of interest: what is below has no say. */
  double floor() {
    return Math.max(-1, needed(MANY) - CLEAR);
  }

  /** Least cosine of a face and the centroid of a cluster of this many faces. */
  private double needed(int size) {
    return least - FALL * Math.log(Math.max(2, Math.min(size, MANY)) / 2.0);
  }

  /**
   * @param cosine of the face and the cluster's centroid
   * @param size faces of the cluster
   * @param next cosine of the face and the nearest other centroid
   */
  boolean joins(double cosine, int size, double next) {
    return cosine >= least || (cosine >= needed(size) && cosine - next >= CLEAR);
  }
}
