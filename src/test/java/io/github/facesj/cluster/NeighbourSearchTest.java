package io.github.facesj.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** From here on faces are only compared with those of near cells. */
  @Test
  void amongVeryManyFacesNearlyAllNeighboursAreFound() {
    int faces = NeighbourSearch.EXACT_UP_TO + 1;
    Vectors vectors = People.random(7, faces, 4_000, 128, 0.58).vectors();
    NeighbourSearch search = new NeighbourSearch(20, 0.4);
    NeighbourGraph graph = search.among(vectors, Progress.SILENT);
    int[] some = IntStream.range(0, 500).map(i -> i * 100).toArray();
    NeighbourGraph exact =
        new NeighbourSearch(21, 0.4).between(vectors.select(some), vectors, Progress.SILENT);
    int all = 0;
    int found = 0;
    for (int i = 0; i < some.length; i++) {
      Map<Integer, Float> row = row(graph, some[i]);
      for (Map.Entry<Integer, Float> near : row(exact, i).entrySet()) {
        if (near.getKey() != some[i]) {
          all++;
          found += row.containsKey(near.getKey()) ? 1 : 0;
          assertThat(row.getOrDefault(near.getKey(), near.getValue())).isEqualTo(near.getValue());
        }
      }
    }
    assertThat(all).isGreaterThan(5_000);
    assertThat((double) found / all).isGreaterThanOrEqualTo(0.98);
  }

  /** At whatever moment somebody cancels, the search ends with a graph of the right size. */
  @Test
  void aCanceledSearchAmongVeryManyFacesEnds() {
    Vectors vectors = People.random(5, NeighbourSearch.EXACT_UP_TO + 1, 500, 8, 0.6).vectors();
    for (int moment : new int[] {0, 3, 8, 200, 300}) {
      AtomicInteger asked = new AtomicInteger();
      Progress impatient =
          new Progress() {
            @Override
            public void at(long done, long total, String what) {}

            @Override
            public boolean isCanceled() {
              return asked.incrementAndGet() > moment;
            }

            @Override
            public void warn(Problem problem) {}
          };
      NeighbourGraph graph = new NeighbourSearch(5, 0.5).among(vectors, impatient);
      assertThat(graph.size()).isEqualTo(vectors.size());
    }
  }

  @Test
  void theOrderOfTheFacesPlaysNoPartInCells() {
    int faces = 30_000;
    Vectors vectors = People.random(11, faces, 2_000, 24, 0.6).vectors();
    int[] order = IntStream.range(0, faces).map(i -> (int) ((long) i * 7_919 % faces)).toArray();
    NeighbourGraph there = CellSearch.among(vectors, 10, 0.3f, Progress.SILENT);
    NeighbourGraph here = CellSearch.among(vectors.select(order), 10, 0.3f, Progress.SILENT);
    int compared = 0;
    for (int i = 0; i < faces; i++) {
      assertThat(here.degree(i)).isEqualTo(there.degree(order[i]));
      float before = 2;
      for (int n = 0; n + 1 < here.degree(i); n++) {
        float cosine = here.cosine(i, n);
        assertThat(cosine).isEqualTo(there.cosine(order[i], n));
        if (cosine != before && cosine != here.cosine(i, n + 1)) {
          assertThat(order[here.neighbour(i, n)]).isEqualTo(there.neighbour(order[i], n));
          compared++;
        }
        before = cosine;
      }
    }
    assertThat(compared).isGreaterThan(200_000);
  }

  private static Map<Integer, Float> row(NeighbourGraph graph, int face) {
    Map<Integer, Float> row = new HashMap<>();
    for (int n = 0; n < graph.degree(face); n++) {
      row.put(graph.neighbour(face, n), graph.cosine(face, n));
    }
    return row;
  }
}
