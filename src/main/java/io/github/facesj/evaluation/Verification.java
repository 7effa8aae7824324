package io.github.facesj.evaluation;

import io.github.facesj.metrics.KFoldAccuracy;
import io.github.facesj.metrics.Roc;
import io.github.facesj.run.FacesException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of a verification. Accuracy is over all pairs: one that could not be compared,
 * because a photo has no face or cannot be read, is a wrong answer, because leaving out the hard
 * ones flatters. Beside it stands the accuracy over those that were compared, which alone have a
 * place on the curve. No pair without a distance has a say in a threshold.
 *
 * @param scores all pairs
 * @param roc the curve of those with a distance
 * @param folds accuracy by folds, over all pairs; empty where those with a distance lie in less
 *     than two
 * @param comparedFolds the same over the pairs with a distance
 */
public record Verification(
    List<PairScore> scores,
    Roc roc,
    Optional<KFoldAccuracy> folds,
    Optional<KFoldAccuracy> comparedFolds) {

  /** The false match rates at which the true match rate is given. */
  public static final List<String> RATES = List.of("1e-2", "1e-3", "1e-4");

  public Verification {
    scores = List.copyOf(scores);
  }

  /**
   * Whether a list can be measured at all, to be asked before the work.
   *
   * @throws IllegalArgumentException if its pairs are all of one kind
   */
  public static void require(PairList list) {
    long same = list.pairs().stream().filter(Pair::same).count();
    Roc.requireBothKinds(same, list.pairs().size() - same);
  }

  /**
   * @throws FacesException if no pair could be compared
   * @throws IllegalArgumentException if the pairs compared are all of one kind
   */
  public static Verification of(List<PairScore> scores) throws FacesException {
    List<PairScore> judged = scores.stream().filter(s -> s.distance().isPresent()).toList();
    if (judged.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "None of the %d pairs could be compared. The first: %s",
              scores.size(),
              scores.get(0).problem()));
    }
    boolean divided = judged.stream().mapToInt(s -> s.pair().fold()).distinct().count() > 1;
    return new Verification(
        scores,
        Roc.of(distances(judged), same(judged)),
        divided ? Optional.of(folds(scores)) : Optional.empty(),
        divided ? Optional.of(folds(judged)) : Optional.empty());
  }

  private static KFoldAccuracy folds(List<PairScore> scores) {
    int[] fold = scores.stream().mapToInt(s -> s.pair().fold()).toArray();
    return KFoldAccuracy.of(distances(scores), same(scores), fold);
  }

  private static double[] distances(List<PairScore> scores) {
    return scores.stream().mapToDouble(s -> s.distance().orElse(Double.NaN)).toArray();
  }

  private static boolean[] same(List<PairScore> scores) {
    boolean[] same = new boolean[scores.size()];
    for (int i = 0; i < same.length; i++) {
      same[i] = scores.get(i).pair().same();
    }
    return same;
  }

  /** Share of right answers over all pairs with the threshold that is best on those compared. */
  public double bestAccuracy() {
    return roc.best().accuracy() * judged() / scores.size();
  }

  /** Pairs with a distance. */
  public int judged() {
    return (int) (roc.positives() + roc.negatives());
  }

  /** Pairs without. */
  public int problems() {
    return scores.size() - judged();
  }

  /** For a person, in one line. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d pairs, of which %d could not be compared: AUC %.4f, EER %.2f %%%s, best threshold %.4f",
        scores.size(),
        problems(),
        roc.areaUnderCurve(),
        100 * roc.equalErrorRate(),
        folds
            .map(
                f ->
                    String.format(
                        Locale.ROOT,
                        ", accuracy %.2f +- %.2f %% of all pairs (those not compared count as"
                            + " wrong) and %.2f +- %.2f %% of those compared (%d folds)",
                        100 * f.mean(),
                        100 * f.deviation(),
                        100 * comparedFolds.orElseThrow().mean(),
                        100 * comparedFolds.orElseThrow().deviation(),
                        f.accuracies().size()))
            .orElse(""),
        roc.best().threshold());
  }
}
