package io.github.facesj.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.face.Embedding;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DistanceTest {

  @Property
  void conversionsAgree(
      @ForAll @DoubleRange(min = -1, max = 1) double cosine,
      @ForAll Distance from,
      @ForAll Distance to) {
    double distance = from.fromCosine(cosine);
    assertThat(from.toCosine(distance)).isCloseTo(cosine, within(1e-12));
    assertThat(from.convert(distance, to)).isCloseTo(to.fromCosine(cosine), within(1e-5));
  }

  @Property
  void allKindsRankAlike(
      @ForAll @DoubleRange(min = -1, max = 1) double a,
      @ForAll @DoubleRange(min = -1, max = 1) double b,
      @ForAll Distance kind) {
    if (a < b) {
      assertThat(kind.fromCosine(a)).isGreaterThanOrEqualTo(kind.fromCosine(b));
    }
  }

  @Property
  void aCosineBeyondOneByRoundingIsNoDistance(@ForAll Distance kind) {
    assertThat(kind.fromCosine(1 + 2e-7)).isEqualTo(0.0);
    assertThat(kind.fromCosine(-1 - 2e-7)).isEqualTo(kind.greatest());
  }

  @Test
  void areThoseOfTheVectors() {
    Random random = new Random(7);
    float[] u = new float[128];
    float[] v = new float[128];
    for (int i = 0; i < u.length; i++) {
      u[i] = (float) random.nextGaussian();
      v[i] = (float) random.nextGaussian();
    }
    Embedding a = Embedding.of("m", u);
    Embedding b = Embedding.of("m", v);
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += Math.pow(a.toArray()[i] - b.toArray()[i], 2);
    }
    assertThat(Distance.SQUARED_EUCLIDEAN.between(a, b)).isCloseTo(sum, within(1e-6));
    assertThat(Distance.EUCLIDEAN.between(a, b)).isCloseTo(Math.sqrt(sum), within(1e-6));
    assertThat(Distance.ANGLE.between(a, b))
        .isCloseTo(Math.toDegrees(2 * Math.asin(Math.sqrt(sum) / 2)), within(1e-4));
    assertThat(Distance.COSINE.between(a, a)).isCloseTo(0, within(1e-6));
  }

  @Test
  void impossibleDistancesAreRefused() {
    assertThatThrownBy(() -> Distance.EUCLIDEAN.toCosine(2.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Distance.COSINE.toCosine(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
