package io.github.facesj.evaluation;

import io.github.facesj.metrics.KFoldAccuracy;
import io.github.facesj.metrics.Roc;
import io.github.facesj.run.FacesException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of a verification: of all pairs that have a distance. Pairs with a problem are
 * counted beside them, because leaving out the hard ones flatters.
 *
 * @param scores all pairs
 * @param roc the curve of those with a distance
 * @param folds accuracy by folds; empty where the pairs lie in less than two
 */
public record Verification(List<PairScore> scores, Roc roc, Optional<KFoldAccuracy> folds) {

  /** The false match rates at which the true match rate is given. */
  public static final List<String> RATES = List.of("1e-2", "1e-3", "1e-4");

  public Verification {
    scores = List.copyOf(scores);
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
    double[] distances = judged.stream().mapToDouble(s -> s.distance().getAsDouble()).toArray();
    boolean[] same = new boolean[judged.size()];
    int[] fold = new int[judged.size()];
    for (int i = 0; i < same.length; i++) {
      same[i] = judged.get(i).pair().same();
      fold[i] = judged.get(i).pair().fold();
    }
    boolean divided = judged.stream().mapToInt(s -> s.pair().fold()).distinct().count() > 1;
    return new Verification(
        scores,
        Roc.of(distances, same),
        divided ? Optional.of(KFoldAccuracy.of(distances, same, fold)) : Optional.empty());
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
        "%d pairs, %d problems: AUC %.4f, EER %.2f %%%s, best threshold %.4f",
        scores.size(),
        problems(),
        roc.areaUnderCurve(),
        100 * roc.equalErrorRate(),
        folds
            .map(
                f ->
                    String.format(
                        Locale.ROOT,
                        ", accuracy %.2f +- %.2f %% (%d folds)",
                        100 * f.mean(),
                        100 * f.deviation(),
                        f.accuracies().size()))
            .orElse(""),
        roc.best().threshold());
  }
}
