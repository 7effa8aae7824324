package io.github.facesj.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which way up a picture is, as far as its faces tell. A detector finds many a face lying down,
 * too, with a lower score, a box less fit and points that it imagines; so a candidate is believed
 * by its score, by how upright it stands in its view, and by how much speaks for the view's turn:
 * mostly all people of a photo are the same way up. Turned with the picture, the evidence turns,
 * too: no turn is preferred for its own sake.
 */
final class TurnEvidence {

  /**
   * A candidate whose turn nothing else speaks for counts three quarters. Chosen on composed photos
   * with one face lying among standing ones: half loses the lying face with YuNet, which needs a
   * score of 0.6, and one keeps what is imagined on its side.
   */
  private static final double ALONE = 0.75;

  private final double[] factor;

  private TurnEvidence(double[] factor) {
    this.factor = factor;
  }

  /**
   * Weighs the turns by the candidates of each view that stay after suppression, each with all
   * those that it suppresses: a true face has many.
   *
   * @param good candidates that are good enough, best first
   * @param overlap IoU above which two candidates of a view are one face
   */
  @SuppressWarnings("ReferenceEquality") // itself; another may be equal to it
  static TurnEvidence of(List<Candidate> good, double overlap) {
    double[] evidence = new double[4];
    double most = 0;
    for (List<Candidate> view : views(good)) {
      for (Candidate kept : Nms.iou(overlap).suppress(view, Candidate::box)) {
        double support =
            view.stream()
                .filter(c -> c == kept || c.box().iou(kept.box()) > overlap)
                .mapToDouble(Candidate::score)
                .sum();
        evidence[kept.turn()] += kept.score() * kept.uprightness() * support;
        most = Math.max(most, evidence[kept.turn()]);
      }
    }
    for (int turn = 0; turn < evidence.length; turn++) {
      evidence[turn] = most > 0 ? ALONE + (1 - ALONE) * evidence[turn] / most : 1;
    }
    return new TurnEvidence(evidence);
  }

  /** The candidates of each view, in the order of the views, best first. */
  static List<List<Candidate>> views(List<Candidate> good) {
    List<List<Candidate>> views = new ArrayList<>();
    for (Candidate c : good) {
      while (views.size() <= c.view()) {
        views.add(new ArrayList<>());
      }
      views.get(c.view()).add(c);
    }
    return views;
  }

  /** The score, less where little speaks for the turn. */
  double score(Candidate candidate) {
    return candidate.score() * factor[candidate.turn()];
  }

  /** By this the candidate to believe is chosen among several for one face. */
  double rank(Candidate candidate) {
    return score(candidate) * candidate.uprightness();
  }

  /** The most believable first. */
  Comparator<Candidate> order() {
    return Comparator.comparingDouble(this::rank).reversed().thenComparing(Candidate.BEST_FIRST);
  }
}
