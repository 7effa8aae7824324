package io.github.facesj.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.metrics.ClusteringScores;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterersTest {

  private static Partition cluster(ClusterMethod method, double threshold, Vectors vectors) {
    return method
        .clusterer(threshold, Pictures.apart(vectors.size()))
        .cluster(
            vectors, method.search(threshold).among(vectors, Progress.SILENT), Progress.SILENT);
  }

  private static int[] shuffled(int size, long seed) {
    List<Integer> order = IntStream.range(0, size).boxed().toList();
    List<Integer> copy = new ArrayList<>(order);
    Collections.shuffle(copy, new Random(seed));
    return copy.stream().mapToInt(Integer::intValue).toArray();
  }

  /** People who are hard to tell apart, so that much is left to the clusterer. */
  @Property(tries = 60)
  void theOrderOfTheFacesIsIrrelevant(
      @ForAll long seed,
      @ForAll ClusterMethod method,
      @ForAll @IntRange(min = 1, max = 400) int faces) {
    Vectors vectors = People.random(seed, faces, 25, 12, 0.5).vectors();
    int[] order = shuffled(faces, seed);
    Partition straight = cluster(method, 0.55, vectors);
    Partition shuffled = cluster(method, 0.55, vectors.select(order));
    int[] back = new int[faces];
    for (int i = 0; i < faces; i++) {
      back[order[i]] = shuffled.label(i);
    }
    assertThat(Partition.of(back)).isEqualTo(straight);
  }

  @ParameterizedTest
  @EnumSource
  void findsPeopleWhoAreEasyToTellApart(ClusterMethod method) {
    People people = People.random(11, 2500, 100, 128, 0.65);
    if (method == ClusterMethod.KMEANS) {
      // A person with two centres keeps them: k-means ends where no single face is better off.
      Partition found = cluster(method, 0.4, people.vectors());
      ClusteringScores scores = ClusteringScores.of(people.truth(), found);
      assertThat(scores.purity()).isEqualTo(1);
      assertThat(scores.bCubed().f()).isGreaterThan(0.8);
    } else {
      assertThat(cluster(method, 0.55, people.vectors())).isEqualTo(people.truth());
    }
  }

  @ParameterizedTest
  @EnumSource
  void noFacesOneFaceAndStrangers(ClusterMethod method) {
    assertThat(cluster(method, 0.5, Vectors.wrap(3, new float[0])).size()).isZero();
    assertThat(cluster(method, 0.5, Vectors.wrap(3, new float[] {1, 0, 0})).clusters()).isOne();
    Vectors strangers = Vectors.wrap(3, new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    assertThat(cluster(method, 0.5, strangers)).isEqualTo(Partition.singletons(3));
  }

  @Test
  void dbscanLeavesPairsAloneAndGivesBordersToTheNearestCore() {
    double[] degrees = {0, 4, 8, 17, 60, 64, 68, 120, 124};
    float[] values = new float[2 * degrees.length];
    for (int i = 0; i < degrees.length; i++) {
      values[2 * i] = (float) Math.cos(Math.toRadians(degrees[i]));
      values[2 * i + 1] = (float) Math.sin(Math.toRadians(degrees[i]));
    }
    double threshold = 1 - Math.cos(Math.toRadians(10));
    assertThat(cluster(ClusterMethod.DBSCAN, threshold, Vectors.wrap(2, values)))
        .isEqualTo(Partition.of(0, 0, 0, 0, 4, 4, 4, 7, 8));
  }

  @Test
  void theMapEquationPartsTwoCliquesJoinedByOneEdge() {
    int[] starts = {0, 3, 6, 9, 13, 17, 20, 23, 26};
    int[] faces = {1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2, 4, 3, 5, 6, 7, 4, 6, 7, 4, 5, 7, 4, 5, 6};
    float[] cosines = new float[faces.length];
    Arrays.fill(cosines, 0.8f);
    NeighbourGraph graph = NeighbourGraph.wrap(starts, faces, cosines);
    Partition found =
        new Infomap(0.5).cluster(Vectors.wrap(1, new float[8]), graph, Progress.SILENT);
    assertThat(found).isEqualTo(Partition.of(0, 0, 0, 0, 4, 4, 4, 4));
  }
}
