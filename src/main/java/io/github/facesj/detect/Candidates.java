package io.github.facesj.detect;

import io.github.facesj.face.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * All that a search gave, from which faces are selected as often as one likes without looking at
 * the picture again; immutable.
 */
public final class Candidates {

  /**
   * A face found lying on its side in one view and standing in another has two boxes that overlap
   * less than the views of one orientation do; from this IoU on they are one face.
   */
  private static final double TURNED_OVERLAP = 0.3;

  private final List<Candidate> all;
  private final SearchOptions options;
  private final double floor;
  private final double threshold;
  private final double overlap;
  private final boolean complete;

  /**
   * @param all in any order
   * @param options what was searched for
   * @param floor lowest score searched for
   * @param threshold score that the options or the model's card want
   * @param overlap overlap that the options or the model's card allow
   * @param complete whether every view was looked at
   */
  Candidates(
      List<Candidate> all,
      SearchOptions options,
      double floor,
      double threshold,
      double overlap,
      boolean complete) {
    this.all = List.copyOf(all);
    this.options = options;
    this.floor = floor;
    this.threshold = threshold;
    this.overlap = overlap;
    this.complete = complete;
  }

  /** Lowest score that was searched for. */
  public double floor() {
    return floor;
  }

  /** Whether every view was looked at; false after a cancel. */
  public boolean complete() {
    return complete;
  }

  /** The faces that the search's options ask for, best first. */
  public List<Face> select() {
    return select(Math.max(floor, threshold), overlap, options.smallest(), options.square());
  }

  /**
   * The faces for other thresholds, best first.
   *
   * @param score lowest score, from {@link #floor()} to 1
   * @param maxOverlap largest overlap (IoU) of two faces, 0 to 1
   * @param smallest smallest side of a box in pixels, before it is made square
   * @param square whether boxes are made square
   * @throws IllegalArgumentException if a number is outside its range
   */
  public List<Face> select(double score, double maxOverlap, double smallest, Square square) {
    Scores.require(score);
    Nms.requireOverlap(maxOverlap);
    if (score < floor) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The score threshold must be at least %s, from which the picture was searched, but"
                  + " was %s.",
              floor,
              score));
    }
    if (!(smallest >= 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The smallest face must be 0 pixels or more, but was %s.", smallest));
    }
    Predicate<Face> large = f -> Math.min(f.box().width(), f.box().height()) >= smallest;
    return join(score, maxOverlap).stream()
        .filter(large)
        .map(f -> f.withBox(square.apply(f.box())))
        .sorted(FaceOrder.BEST_FIRST)
        .toList();
  }

  private List<Face> join(double score, double maxOverlap) {
    List<Candidate> good =
        all.stream().filter(c -> c.score() >= score).sorted(Candidate.BEST_FIRST).toList();
    if (options.turns()) {
      return joinTurned(good, score, maxOverlap);
    }
    return options.join() == Join.VOTING
        ? new BoxVoting(maxOverlap).join(good, Candidate::face, Candidate::score)
        : faces(Nms.iou(maxOverlap).suppress(good, Candidate::box));
  }

  private List<Face> joinTurned(List<Candidate> good, double score, double maxOverlap) {
    TurnEvidence evidence = TurnEvidence.of(good, maxOverlap);
    double together = Math.min(maxOverlap, TURNED_OVERLAP);
    boolean voting = options.join() == Join.VOTING;
    List<Candidate> believed = new ArrayList<>();
    for (List<Candidate> view : TurnEvidence.views(good)) {
      List<Candidate> here = voting ? view : Nms.iou(maxOverlap).suppress(view, Candidate::box);
      here.stream().filter(c -> evidence.score(c) >= score).forEach(believed::add);
    }
    believed.sort(evidence.order());
    return voting
        ? new BoxVoting(together).join(believed, Candidate::face, evidence::rank)
        : faces(Nms.iou(together).suppress(believed, Candidate::box));
  }

  private static List<Face> faces(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::face).toList();
  }

  /**
   * The same candidates for other options that look at the same views.
   *
   * @param other decides what is selected
   * @param otherThreshold score that these options or the model's card want, from {@link #floor()}
   * @param otherOverlap overlap that these options or the model's card allow
   */
  public Candidates with(SearchOptions other, double otherThreshold, double otherOverlap) {
    return new Candidates(all, other, floor, otherThreshold, otherOverlap, complete);
  }
}
