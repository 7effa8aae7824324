package io.github.facesj.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CentroidJoinsTest {

  private static final double LEAST = 0.5;
  private static final NeighbourGraph NO_GRAPH =
      NeighbourGraph.wrap(new int[1], new int[0], new float[0]);

  private static Partition joined(Vectors vectors, Partition first, Pictures pictures) {
    return new CentroidJoins((v, g, p) -> first, LEAST, pictures)
        .cluster(vectors, NO_GRAPH, Progress.SILENT);
  }

  /** Faces whose cosine with each other is the product of their cosines with the first axis. */
  private static Vectors around(double... cosines) {
    int dimension = 1 + cosines.length;
    float[] values = new float[dimension * cosines.length];
    for (int i = 0; i < cosines.length; i++) {
      values[i * dimension] = (float) cosines[i];
      values[i * dimension + 1 + i] = (float) Math.sqrt(1 - cosines[i] * cosines[i]);
    }
    return Vectors.wrap(dimension, values);
  }

  private static double[] several(int count, double cosine, double last) {
    double[] cosines = new double[count + 1];
    Arrays.fill(cosines, cosine);
    cosines[count] = last;
    return cosines;
  }

  /** All but the last face are one cluster. */
  private static Partition lastAlone(int size) {
    int[] labels = new int[size];
    labels[size - 1] = 1;
    return Partition.of(labels);
  }

  @Test
  void aFaceThatIsLikeNoSingleFaceJoinsWhomItsCentroidShows() {
    // A cosine of 0.46 with each single face, of about 0.58 with their centroid.
    Vectors vectors = around(several(8, 0.77, 0.6));
    assertThat(vectors.cosine(0, 8)).isLessThan(0.5f);
    assertThat(joined(vectors, lastAlone(9), Pictures.apart(9)).clusters()).isOne();
  }

  @Test
  void aLessLikeFaceJoinsALargeClusterAndNotASmallOne() {
    double[] large = several(20, 0.77, 0.45);
    double[] small = several(2, 0.77, 0.53);
    assertThat(joined(around(large), lastAlone(21), Pictures.apart(21)).clusters()).isOne();
    assertThat(joined(around(small), lastAlone(3), Pictures.apart(3)).clusters()).isEqualTo(2);
  }

  @Test
  void twoFacesOfOnePictureDoNotJoinTheSameCluster() {
    double[] cosines = several(8, 0.77, 0.6);
    double[] both = Arrays.copyOf(cosines, 10);
    both[9] = 0.62;
    int[] labels = {0, 0, 0, 0, 0, 0, 0, 0, 1, 2};
    Pictures pictures = Pictures.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 8);
    Partition found = joined(around(both), Partition.of(labels), pictures);
    assertThat(found).isEqualTo(Partition.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 0));
  }

  @Test
  void clustersWhoMeetInAPictureStayTwo() {
    Vectors vectors = around(0.8, 0.8, 0.8, 0.8, 0.8, 0.8);
    Partition halves = Partition.of(0, 0, 0, 1, 1, 1);
    assertThat(joined(vectors, halves, Pictures.apart(6)).clusters()).isOne();
    assertThat(joined(vectors, halves, Pictures.of(0, 1, 2, 2, 3, 4))).isEqualTo(halves);
  }

  /** Three clusters of two equal faces: the first on an axis, the others at these cosines to it. */
  private static Partition three(double second, double third, double between) {
    double y = Math.sqrt(1 - second * second);
    double u = (between - second * third) / y;
    float[] b = {(float) second, (float) y, 0};
    float[] c = {(float) third, (float) u, (float) Math.sqrt(1 - third * third - u * u)};
    float[] a = {1, 0, 0};
    Vectors vectors = Vectors.of(3, List.of(a, a, b, b, c, c));
    return joined(vectors, Partition.of(0, 0, 1, 1, 2, 2), Pictures.apart(6));
  }

  @Test
  void whoIsNearlyAsLikeSomebodyElseJoinsNobody() {
    assertThat(three(0.55, 0.3, 0.1)).isEqualTo(Partition.of(0, 0, 0, 0, 2, 2));
    assertThat(three(0.55, 0.5, 0.1).clusters()).isEqualTo(3);
  }

  @Test
  void threePartsOfOnePersonAreNotInEachOthersWay() {
    assertThat(three(0.6, 0.58, 0.56).clusters()).isOne();
  }

  /** A partition of the kind that the first step gives, without two faces of one picture. */
  private static Partition random(Random random, int size, int[] pictures, int groups) {
    int[] labels = new int[size];
    Set<List<Integer>> there = new HashSet<>();
    for (int i = 0; i < size; i++) {
      int group = random.nextInt(groups);
      labels[i] = there.add(List.of(group, pictures[i])) ? group : groups + i;
    }
    return Partition.of(labels);
  }

  @Property(tries = 200)
  void joinsWholeClustersNeverAPictureWithItselfAndInAnyOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
    Random random = new Random(seed);
    Vectors vectors = People.random(seed, size, 6, 12, 0.45).vectors();
    int[] pictures = IntStream.range(0, size).map(i -> random.nextInt(1 + size / 2)).toArray();
    Partition first = random(random, size, pictures, 12);
    Partition found = joined(vectors, first, Pictures.of(pictures));
    Set<List<Integer>> there = new HashSet<>();
    for (int i = 0; i < size; i++) {
      assertThat(found.together(i, first.label(i))).isTrue();
      assertThat(there.add(List.of(found.label(i), pictures[i]))).isTrue();
    }

    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(shuffled, random);
    int[] order = shuffled.stream().mapToInt(Integer::intValue).toArray();
    Partition again =
        joined(
            vectors.select(order),
            Partition.of(Arrays.stream(order).map(first::label).toArray()),
            Pictures.of(Arrays.stream(order).map(i -> pictures[i]).toArray()));
    int[] back = new int[size];
    for (int i = 0; i < size; i++) {
      back[order[i]] = again.label(i);
    }
    assertThat(Partition.of(back)).isEqualTo(found);
  }
}
