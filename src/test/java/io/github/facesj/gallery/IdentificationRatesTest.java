package io.github.facesj.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.embed.ImpostorTail;
import io.github.facesj.face.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Thresholds know how many people there are, and how alike they are. */
class IdentificationRatesTest {

  private static final ImpostorTail TAIL =
      ImpostorTail.of(
          new double[] {0.5, 0.1, 0.01, 0.001, 1e-4},
          new double[] {0.01, 0.14, 0.25, 0.34, 0.42},
          0.01,
          0.4);

  /** From a half down to 1e-11. */
  @Provide
  Arbitrary<Double> rates() {
    return Arbitraries.doubles().between(0.7, 25).map(x -> Math.exp(-x));
  }

  private static IdentificationRates among(int n) {
    return new IdentificationRates(TAIL, n, 0);
  }

  @Property
  void withOneComparisonItIsTheCards(@ForAll("rates") double rate) {
    assertThat(among(1).cosine(rate)).isCloseTo(TAIL.cosine(rate), within(1e-9));
  }

  @Property
  void morePeopleNeverNeedLess(
      @ForAll @IntRange(min = 1, max = 1_000_000) int n,
      @ForAll @IntRange(min = 0, max = 1_000_000) int more,
      @ForAll("rates") double rate) {
    assertThat(among(n + more).cosine(rate)).isGreaterThanOrEqualTo(among(n).cosine(rate));
    double cosine = TAIL.cosine(rate);
    assertThat(among(n + more).rate(cosine)).isGreaterThanOrEqualTo(among(n).rate(cosine));
  }

  @Property
  void theThresholdHasTheRateItWasMadeFor(
      @ForAll @IntRange(min = 1, max = 100_000) int n,
      @ForAll("rates") double rate,
      @ForAll @DoubleRange(min = -1, max = 0.8) double likeness) {
    IdentificationRates rates = among(n).among(OptionalDouble.of(likeness));
    double cosine = rates.cosine(rate);
    if (cosine < 1) {
      assertThat(rates.rate(cosine) / rate).isCloseTo(1, within(1e-6));
    }
  }

  /** At most as often as the sum of all, however much they depend on each other. */
  @Property
  void noMoreThanTheSumOfAllComparisons(
      @ForAll @IntRange(min = 1, max = 1000) int n, @ForAll("rates") double rate) {
    double cosine = among(n).cosine(rate);
    assertThat(n * TAIL.rate(cosine)).isGreaterThanOrEqualTo(rate * (1 - 1e-6));
    if (cosine < 1) {
      assertThat(n * TAIL.rate(cosine)).isLessThanOrEqualTo(1.4 * rate);
    }
  }

  @Property
  void likePeopleNeedMoreAndUnlikeOnesNotLess(
      @ForAll @DoubleRange(min = -1, max = 0.99) double likeness, @ForAll("rates") double rate) {
    double plain = among(6).cosine(rate);
    double shifted = among(6).among(OptionalDouble.of(likeness)).cosine(rate);
    if (likeness <= TAIL.mean()) {
      assertThat(shifted).isEqualTo(plain);
    } else {
      assertThat(shifted).isBetween(plain, 1.0);
    }
    assertThat(among(6).among(OptionalDouble.empty()).cosine(rate)).isEqualTo(plain);
  }

  /**
   * Someone twice as like as all others must still be asked for what the card asks of strangers.
   */
  @Test
  void theCommonPartIsTakenOut() {
    IdentificationRates rates = among(1).among(OptionalDouble.of(0.01 + 0.99 * 0.4));
    assertThat(rates.common()).isCloseTo(0.4, within(1e-12));
    assertThat(rates.cosine(0.001)).isCloseTo(0.4 + 0.6 * 0.34, within(1e-9));
  }

  @Test
  void refusesWhatIsNoRate() {
    assertThatThrownBy(() -> among(1).cosine(0)).hasMessageContaining("above 0 and below 1");
    assertThatThrownBy(() -> among(1).cosine(1)).hasMessageContaining("above 0 and below 1");
    assertThatThrownBy(() -> among(0)).hasMessageContaining("at least one comparison");
    assertThatThrownBy(() -> Cohort.of(List.of())).hasMessageContaining("needs people");
  }

  private static List<Enrolled> people(long seed, int people) {
    Random random = new Random(seed);
    List<Enrolled> faces = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      for (int f = 0; f <= random.nextInt(3); f++) {
        float[] v = {1 + random.nextFloat(), random.nextFloat() - 0.5f, random.nextFloat()};
        faces.add(new Enrolled("p" + p, "f" + f, Embedding.of("e", v)));
      }
    }
    return faces;
  }

  @Property(tries = 50)
  void likenessIsTheMeanOverPairsOfPeopleInAnyOrder(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int people) {
    List<Enrolled> faces = people(seed, people);
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < people; a++) {
      for (int b = a + 1; b < people; b++) {
        String one = "p" + a;
        String two = "p" + b;
        sum +=
            faces.stream()
                .filter(f -> f.person().equals(one))
                .flatMapToDouble(
                    f ->
                        faces.stream()
                            .filter(g -> g.person().equals(two))
                            .mapToDouble(g -> f.embedding().cosine(g.embedding())))
                .average()
                .orElseThrow();
        pairs++;
      }
    }
    Cohort known = Cohort.of(faces);
    assertThat(known.likeness().orElseThrow()).isCloseTo(sum / pairs, within(1e-5));
    assertThat(known.people()).isEqualTo(people);
    assertThat(known.comparisons()).isEqualTo(faces.size());
    List<Enrolled> shuffled = new ArrayList<>(faces);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Cohort.of(shuffled).likeness().orElseThrow())
        .isCloseTo(known.likeness().orElseThrow(), within(1e-6));
  }

  @Test
  void onePersonIsLikeNobody() {
    assertThat(Cohort.of(people(1, 1)).likeness()).isEmpty();
  }
}
