package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.Comparator;

/**
 * What one view gave.
 *
 * @param face in pixels of the picture
 * @param view number of the view
 * @param turn quarter turns of the view, 0 to 3
 * @param uprightness how upright the face stands in the view, 0 to 1; 1 where it has no points
 */
record Candidate(Face face, int view, int turn, double uprightness) {

  /** As faces are ordered; equal ones from the first view. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::face, FaceOrder.BEST_FIRST).thenComparingInt(Candidate::view);

  Box box() {
    return face.box();
  }

  double score() {
    return face.score();
  }
}
