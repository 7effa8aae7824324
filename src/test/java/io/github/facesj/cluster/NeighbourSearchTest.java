package io.github.facesj.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.run.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NeighbourSearchTest {

  @Property(tries = 40)
  void findsWhatComparingAllFinds(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 700) int faces,
      @ForAll @IntRange(min = 1, max = 9) int dimension,
      @ForAll @IntRange(min = 1, max = 30) int k) {
    Vectors vectors = People.random(seed, faces, 20, dimension, 0.5).vectors();
    NeighbourGraph graph = new NeighbourSearch(k, 0.2).among(vectors, Progress.SILENT);
    assertThat(graph.size()).isEqualTo(faces);
    for (int i = 0; i < faces; i += 1 + faces / 50) {
      int face = i;
      List<Integer> expected =
          IntStream.range(0, faces)
              .filter(j -> j != face && vectors.cosine(face, j) >= 0.2)
              .boxed()
              .sorted(Comparator.comparingDouble(j -> -vectors.cosine(face, j)))
              .limit(k)
              .toList();
      assertThat(graph.degree(i)).as("face %d", i).isEqualTo(expected.size());
      for (int n = 0; n < graph.degree(i); n++) {
        assertThat(graph.neighbour(i, n)).isNotEqualTo(i);
        assertThat(graph.cosine(i, n))
            .isCloseTo(vectors.cosine(i, graph.neighbour(i, n)), within(1e-5f))
            .isCloseTo(vectors.cosine(i, expected.get(n)), within(1e-5f));
      }
    }
  }

  @Test
  void ofSomeAmongOthersFindsTheSameAsAmongAll() {
    Vectors all = People.random(5, 900, 60, 128, 0.5).vectors();
    NeighbourSearch search = new NeighbourSearch(12, -1);
    NeighbourGraph among = search.among(all, Progress.SILENT);
    NeighbourGraph between = new NeighbourSearch(13, -1).between(all, all, Progress.SILENT);
    for (int i = 0; i < 900; i++) {
      assertThat(between.neighbour(i, 0)).isEqualTo(i);
      for (int n = 0; n < 12; n++) {
        assertThat(between.neighbour(i, n + 1)).isEqualTo(among.neighbour(i, n));
        assertThat(between.cosine(i, n + 1)).isEqualTo(among.cosine(i, n));
      }
    }
  }

  @Test
  void equallyNearFacesComeInTheOrderOfTheirNumbers() {
    Vectors twins = Vectors.wrap(2, new float[] {1, 0, 1, 0, 1, 0, 0, 1, 1, 0});
    NeighbourGraph graph = new NeighbourSearch(2, 0).among(twins, Progress.SILENT);
    assertThat(List.of(graph.neighbour(4, 0), graph.neighbour(4, 1))).containsExactly(0, 1);
    assertThat(List.of(graph.neighbour(0, 0), graph.neighbour(0, 1))).containsExactly(1, 2);
  }

  @Test
  void noFacesHaveNoNeighbours() {
    Vectors none = Vectors.wrap(4, new float[0]);
    Vectors one = Vectors.wrap(4, new float[] {1, 0, 0, 0});
    NeighbourSearch search = new NeighbourSearch(3, -1);
    assertThat(search.among(none, Progress.SILENT).size()).isZero();
    assertThat(search.among(one, Progress.SILENT).degree(0)).isZero();
    assertThat(search.between(one, none, Progress.SILENT).degree(0)).isZero();
    assertThat(search.between(none, one, Progress.SILENT).size()).isZero();
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> new NeighbourSearch(0, 0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new NeighbourSearch(1, Double.NaN)).hasMessageContaining("NaN");
    Vectors two = Vectors.wrap(2, new float[] {1, 0});
    Vectors three = Vectors.wrap(3, new float[] {1, 0, 0});
    assertThatThrownBy(() -> new NeighbourSearch(1, 0).between(two, three, Progress.SILENT))
        .hasMessageContaining("2 numbers");
  }

  @Test
  void bothWaysHoldsEachEdgeTwice() {
    Vectors vectors = People.random(3, 300, 30, 16, 0.6).vectors();
    NeighbourGraph graph = new NeighbourSearch(5, -1).among(vectors, Progress.SILENT);
    NeighbourGraph both = graph.bothWays(0.3);
    for (int i = 0; i < 300; i++) {
      for (int n = 0; n < both.degree(i); n++) {
        int other = both.neighbour(i, n);
        int face = i;
        assertThat(IntStream.range(0, both.degree(other)).map(m -> both.neighbour(other, m)))
            .containsOnlyOnce(face);
        assertThat(both.cosine(i, n)).isGreaterThanOrEqualTo(0.3f);
        assertThat(n == 0 || both.cosine(i, n) <= both.cosine(i, n - 1)).isTrue();
      }
      for (int n = 0; n < graph.degree(i) && graph.cosine(i, n) >= 0.3; n++) {
        int other = graph.neighbour(i, n);
        int face = i;
        assertThat(IntStream.range(0, both.degree(i)).map(m -> both.neighbour(face, m)))
            .contains(other);
      }
    }
  }
}
