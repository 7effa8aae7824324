package io.github.facesj.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.metrics.KFoldAccuracy;
import io.github.facesj.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** One way of counting pairs that could not be compared, and both figures by name. */
class VerificationTest {

  private static PairScore pair(boolean same, int fold, double distance) {
    Pair pair = new Pair("a", "b", same, fold);
    return distance < 0
        ? new PairScore(pair, OptionalDouble.empty(), "a: No face was found.")
        : new PairScore(pair, OptionalDouble.of(distance), "");
  }

  /** Two folds of ten pairs, told apart without a mistake, of which some were not compared. */
  private static List<PairScore> scores(int notCompared) {
    List<PairScore> scores = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean same = i % 2 == 0;
      scores.add(pair(same, i / 10, i < notCompared ? -1 : same ? 0.2 + i / 1000.0 : 0.9));
    }
    return scores;
  }

  private static double number(Verification verification, String column) {
    Table table =
        VerificationFiles.summary(
            verification,
            new VerificationProtocol("d", "", Optional.of(0.5), "e", "", "sum", "cosine", ""));
    Object cell =
        table.rows().iterator().next().get(table.headings().indexOf(column)).orElseThrow();
    return ((Number) cell).doubleValue();
  }

  @Test
  void aPairThatCouldNotBeComparedIsAWrongAnswerOfWhicheverKind() throws Exception {
    Verification verification = Verification.of(scores(4));
    assertThat(number(verification, "problems")).isEqualTo(4);
    assertThat(number(verification, "accuracy")).isCloseTo((0.6 + 1) / 2, within(1e-12));
    assertThat(number(verification, "accuracy_compared")).isEqualTo(1);
    assertThat(number(verification, "deviation")).isCloseTo(Math.sqrt(0.08), within(1e-12));
    assertThat(number(verification, "deviation_compared")).isZero();
    assertThat(number(verification, "best_accuracy")).isCloseTo(16.0 / 20, within(1e-12));
    assertThat(number(verification, "best_accuracy_compared")).isEqualTo(1);
    assertThat(verification.summary())
        .contains(
            "20 pairs, of which 4 could not be compared",
            "accuracy 80.00 +- 28.28 % of all pairs (those not compared count as wrong) and"
                + " 100.00 +- 0.00 % of those compared (2 folds)");
  }

  @Test
  void bothFiguresAreTheSameWhereAllWereCompared() throws Exception {
    Verification verification = Verification.of(scores(0));
    assertThat(number(verification, "accuracy"))
        .isEqualTo(number(verification, "accuracy_compared"))
        .isEqualTo(1);
  }

  @Test
  void aFoldOfWhichNothingWasComparedHasNoRightAnswer() throws Exception {
    List<PairScore> scores = new ArrayList<>(scores(0));
    scores.add(pair(true, 2, -1));
    scores.add(pair(false, 2, -1));
    Verification verification = Verification.of(scores);
    assertThat(verification.folds().orElseThrow().accuracies()).containsExactly(1.0, 1.0, 0.0);
    assertThat(verification.comparedFolds().orElseThrow().accuracies()).containsExactly(1.0, 1.0);
  }

  @Test
  void whatWasNotComparedHasNoSayInThresholds() {
    double[] distances = {0.1, 0.9, Double.NaN, 0.3, 0.8, Double.NaN};
    boolean[] same = {true, false, true, true, false, false};
    int[] fold = {0, 0, 0, 1, 1, 1};
    KFoldAccuracy accuracy = KFoldAccuracy.of(distances, same, fold);
    assertThat(accuracy.thresholds().get(0)).isCloseTo(0.55, within(1e-12));
    assertThat(accuracy.thresholds().get(1)).isCloseTo(0.5, within(1e-12));
    assertThat(accuracy.mean()).isCloseTo(2.0 / 3, within(1e-12));
    double[] oneFold = {0.1, 0.9, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    assertThatThrownBy(() -> KFoldAccuracy.of(oneFold, same, fold))
        .hasMessageContaining("two folds");
  }
}
