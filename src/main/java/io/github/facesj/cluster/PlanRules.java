package io.github.facesj.cluster;

/**
 * How a run places faces.
 *
 * @param similarity least average cosine with the faces of an old cluster to join it, -1 to 1
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
