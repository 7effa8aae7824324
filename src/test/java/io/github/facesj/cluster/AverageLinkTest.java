package io.github.facesj.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AverageLinkTest {

  /** The definition, word for word. */
  private static Partition byDefinition(Vectors vectors, double least) {
    List<List<Integer>> clusters = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      clusters.add(new ArrayList<>(List.of(i)));
    }
    while (true) {
      double most = least;
      int keeper = -1;
      int other = -1;
      for (int a = 0; a < clusters.size(); a++) {
        for (int b = a + 1; b < clusters.size(); b++) {
          double mean = mean(vectors, clusters.get(a), clusters.get(b));
          if (mean >= most) {
            most = mean;
            keeper = a;
            other = b;
          }
        }
      }
      if (keeper < 0) {
        break;
      }
      clusters.get(keeper).addAll(clusters.remove(other));
    }
    int[] labels = new int[vectors.size()];
    for (int c = 0; c < clusters.size(); c++) {
      for (int face : clusters.get(c)) {
        labels[face] = c;
      }
    }
    return Partition.of(labels);
  }

  private static double mean(Vectors vectors, List<Integer> a, List<Integer> b) {
    double sum = 0;
    for (int i : a) {
      for (int j : b) {
        sum += vectors.cosine(i, j);
      }
    }
    return sum / (a.size() * b.size());
  }

  @Property(tries = 60)
  void bothWaysOfWorkingGiveWhatTheDefinitionGives(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 70) int faces) {
    Vectors vectors = People.random(seed, faces, 12, 8, 0.5).vectors();
    NeighbourGraph all = new NeighbourSearch(faces, -1).among(vectors, Progress.SILENT);
    Dendrogram chain = NearestChain.dendrogram(vectors, Progress.SILENT);
    Dendrogram rounds = ReciprocalJoins.dendrogram(vectors, all, -1, Progress.SILENT);
    assertThat(chain.joins()).isEqualTo(faces - 1);
    assertThat(rounds.joins()).isEqualTo(faces - 1);
    for (double least : new double[] {-0.9, 0.05, 0.3, 0.5, 0.7, 1}) {
      Partition expected = byDefinition(vectors, least);
      assertThat(chain.cut(least)).as("chain at %s", least).isEqualTo(expected);
      assertThat(rounds.cut(least)).as("rounds at %s", least).isEqualTo(expected);
      assertThat(
              ReciprocalJoins.dendrogram(vectors, all, (float) least, Progress.SILENT).cut(least))
          .as("rounds made for %s", least)
          .isEqualTo(expected);
    }
  }

  @Test
  void findsThePeople() {
    People people = People.random(1, 3000, 150, 64, 0.6);
    NeighbourGraph graph = new NeighbourSearch(32, 0.3).among(people.vectors(), Progress.SILENT);
    AverageLink link = new AverageLink(0.35);
    assertThat(link.cluster(people.vectors(), graph, Progress.SILENT)).isEqualTo(people.truth());
  }

  @Test
  void noFacesAndOneFace() {
    NeighbourSearch search = new NeighbourSearch(3, -1);
    for (int faces = 0; faces < 2; faces++) {
      Vectors vectors = Vectors.wrap(2, new float[2 * faces]);
      NeighbourGraph graph = search.among(vectors, Progress.SILENT);
      assertThat(new AverageLink(0).cluster(vectors, graph, Progress.SILENT))
          .isEqualTo(Partition.singletons(faces));
      assertThat(ReciprocalJoins.dendrogram(vectors, graph, 0, Progress.SILENT).joins()).isZero();
    }
  }

  @Test
  void refusesAThresholdThatIsNoCosine() {
    assertThatThrownBy(() -> new AverageLink(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> ClusterMethod.AVERAGE.grouping(2.5)).hasMessageContaining("2.5");
  }
}
