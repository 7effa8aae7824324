package io.github.facesj.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelStore;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpostorTailTest {

  private static final double[] RATES = {0.5, 0.1, 0.01, 0.001, 1e-4};

  @TempDir Path folder;

  private static ImpostorTail tail(long seed) {
    double[] cosines =
        new Random(seed).doubles(RATES.length, -0.2, 0.6).distinct().sorted().toArray();
    return ImpostorTail.of(RATES, cosines, 0, 0);
  }

  @Property
  void aSmallerRateNeverAsksForLess(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 40) double x,
      @ForAll @DoubleRange(min = 0, max = 40) double y) {
    ImpostorTail tail = tail(seed);
    double loose = Math.exp(-Math.min(x, y));
    double strict = Math.exp(-Math.max(x, y));
    assertThat(tail.cosine(strict)).isGreaterThanOrEqualTo(tail.cosine(loose)).isBetween(-1.0, 1.0);
  }

  @Property
  void rateAndCosineAreInverse(
      @ForAll long seed, @ForAll @DoubleRange(min = -1, max = 1) double cosine) {
    ImpostorTail tail = tail(seed);
    double rate = tail.rate(cosine);
    assertThat(rate).isBetween(0.0, 1.0);
    assertThat(tail.cosine(Math.max(rate, Double.MIN_NORMAL))).isCloseTo(cosine, within(1e-9));
  }

  @Test
  void isWhatWasMeasuredAndAsksForMoreThanABellShapeBeyond() {
    // Quantiles of a normal distribution of deviation 0.1, its tail's true ones among them.
    double[] normal = {0, 0.128155, 0.232635, 0.309023, 0.371902};
    ImpostorTail tail = ImpostorTail.of(RATES, normal, 0, 0);
    for (int i = 0; i < RATES.length; i++) {
      assertThat(tail.cosine(RATES[i])).isCloseTo(normal[i], within(1e-12));
      assertThat(tail.rate(normal[i])).isCloseTo(RATES[i], within(1e-12));
    }
    assertThat(tail.cosine(1e-5)).isGreaterThan(0.426489);
    assertThat(tail.cosine(1e-6)).isGreaterThan(0.475342);
    assertThat(tail.cosine(1e-9)).isGreaterThan(0.599781);
    assertThat(tail.cosine(1e-30)).isEqualTo(1);
    assertThat(tail.measured()).isEqualTo(1e-4);
  }

  @Test
  void refusesRatesThatAreNone() {
    ImpostorTail tail = tail(1);
    for (double rate : new double[] {0, -1, 1.5, Double.NaN}) {
      assertThatThrownBy(() -> tail.cosine(rate)).hasMessageContaining("above 0 and at most 1");
    }
  }

  private Optional<ImpostorTail> read(String card, Mirror mirror) throws Exception {
    Path own = Files.createDirectories(folder.resolve("own" + folder.toFile().list().length));
    Files.copy(
        Path.of("models/facesj-embedder/facesj-embedder.onnx"),
        own.resolve("facesj-embedder.onnx"));
    Path file = Files.writeString(own.resolve("rdf.yaml"), card);
    ModelCard read = ModelStore.at(folder.resolve("models")).addOwn(file);
    return ImpostorTail.read(read.settings(), mirror);
  }

  private static String shipped() throws Exception {
    return Files.readString(Path.of("models/facesj-embedder/rdf.yaml"));
  }

  @Test
  void theCardHasOneForEachMirror() throws Exception {
    String without = shipped().replaceFirst(" +concat: .*\n", "");
    assertThat(without).isNotEqualTo(shipped());
    assertThat(read(without, Mirror.SUM).orElseThrow().measured()).isEqualTo(1e-4);
    assertThat(read(without, Mirror.CONCAT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people: 291 | people: 1 | impostors.people",
        "people: 291 | nobody: 1 | impostors.people",
        "pairs: 204711 | pairs: 100 | impostors.pairs",
        "rates: [0.5, 0.2 | rates: [0.2, 0.5 | rates that fall",
        "rates: [0.5, 0.2 | rates: [1.5, 0.2 | rates that fall",
        "rates: [0.5, | rates: [ | as many cosines as rates",
        "sum: {mean: 0 | sum: {mean: 3 | mean cosine within",
        "sum: {mean: | sum: {men: | impostors.sum.mean",
        "quality: 0.4 | quality: 4 | a quality of 0 to 1",
        "data: \"641 | date: \"641 | impostors.data",
      })
  void badNumbersAreASentenceThatNamesTheKey(String from, String to, String sentence)
      throws Exception {
    assertThat(shipped()).contains(from);
    assertThatThrownBy(() -> read(shipped().replace(from, to), Mirror.SUM))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("rdf.yaml");
  }

  @Test
  void cosinesMustRise() throws Exception {
    double[] cosines = {0, 0.2, 0.1, 0.3, 0.4};
    assertThatThrownBy(() -> ImpostorTail.of(RATES, cosines, 0, 0)).hasMessageContaining("rise");
    assertThatThrownBy(() -> ImpostorTail.of(new double[] {0.1}, new double[] {0.1}, 0, 0))
        .hasMessageContaining("two rates");
    assertThat(Arrays.stream(cosines).max()).hasValue(0.4);
  }
}
