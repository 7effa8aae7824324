package io.github.facesj.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.cluster.SamePerson.Candidate;
import io.github.facesj.cluster.SamePerson.Pair;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SamePersonTest {

  private static float[] at(double degrees) {
    double angle = Math.toRadians(degrees);
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }

  @Test
  void theMiddleOfAClusterLiesBetweenItsFaces() {
    Vectors faces = Vectors.of(2, List.of(at(0), at(90), at(10), at(30)));
    Vectors middles = Centroids.of(faces, new int[] {0, -1, 1, 1}, 3);
    assertThat(middles.values())
        .containsExactly(new float[] {1, 0, at(20)[0], at(20)[1], 0, 0}, within(1e-6f));
    assertThatThrownBy(() -> Centroids.of(faces, new int[] {0}, 1)).hasMessageContaining("4 faces");
  }

  @Test
  void asksOnceAboutEachPairSurestFirst() {
    NeighbourGraph graph =
        NeighbourGraph.wrap(
            new int[] {0, 1, 3, 5},
            new int[] {1, 0, 2, 0, 1},
            new float[] {0.9f, 0.9f, 0.2f, 0.5f, 0.2f});
    assertThat(SamePerson.pairs(graph, (a, b) -> false))
        .containsExactly(new Pair(0, 1, 0.9f), new Pair(0, 2, 0.5f), new Pair(1, 2, 0.2f));
    assertThat(SamePerson.pairs(graph, (a, b) -> a == 0 && b == 1))
        .containsExactly(new Pair(0, 2, 0.5f), new Pair(1, 2, 0.2f));
  }

  @Test
  void suggestsOnlyKnownPeople() {
    Vectors middles = Vectors.of(2, List.of(at(0), at(10), at(50), at(20)));
    assertThat(SamePerson.candidates(middles, 0, c -> c != 1, 5))
        .extracting(Candidate::cluster)
        .containsExactly(3, 2);
    assertThat(SamePerson.candidates(middles, 0, c -> true, 1))
        .extracting(Candidate::cluster)
        .containsExactly(1);
  }

  @Property(tries = 200)
  void likenessNeverGrowsDownTheList(
      @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0, max = 359) Double> angles) {
    Vectors middles = Vectors.of(2, angles.stream().map(SamePersonTest::at).toList());
    int n = angles.size();
    int[] starts = new int[n + 1];
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          edges.add(new int[] {i, j});
        }
      }
      starts[i + 1] = edges.size();
    }
    int[] to = edges.stream().mapToInt(edge -> edge[1]).toArray();
    float[] cosines = new float[to.length];
    for (int i = 0; i < to.length; i++) {
      cosines[i] = middles.cosine(edges.get(i)[0], edges.get(i)[1]);
    }
    List<Pair> pairs = SamePerson.pairs(NeighbourGraph.wrap(starts, to, cosines), (a, b) -> false);
    assertThat(pairs).hasSize(n * (n - 1) / 2);
    for (int i = 1; i < pairs.size(); i++) {
      assertThat(pairs.get(i).likeness()).isLessThanOrEqualTo(pairs.get(i - 1).likeness());
    }
  }
}
