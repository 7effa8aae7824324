package io.github.facesj.detect;

import io.github.facesj.face.Face;
import java.util.Comparator;

/**
 * What one view gave.
 *
 * @param face in pixels of the picture
 * @param view number of the view
 * @param rank which of several candidates for one face is believed: the score, or less where the
 *     face does not stand upright in its view
 */
record Candidate(Face face, int view, double rank) {

  /** The most believable first; equal ones as faces are ordered, then from the first view. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::rank)
          .reversed()
          .thenComparing(Candidate::face, FaceOrder.BEST_FIRST)
          .thenComparingInt(Candidate::view);
}
