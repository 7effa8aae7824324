package io.github.facesj.cluster;

/**
 * How a run places faces.
 *
 * @param similarity least cosine of two faces of one person, -1 to 1; what a face needs to join an
 *     old cluster follows from it and the cluster's size, {@link CentroidRule}
 * @param onePerPicture whether two faces in one picture are two people
 * @param fresh whether all that no person settled is made anew, instead of adding to what is there
 */
public record PlanRules(double similarity, boolean onePerPicture, boolean fresh) {

  /**
   * @throws IllegalArgumentException if the similarity is no cosine
   */
  public PlanRules {
    if (!(similarity >= -1 && similarity <= 1)) {
      throw new IllegalArgumentException(
          "A similarity must be between -1 and 1, but was " + similarity + ".");
    }
  }
}
