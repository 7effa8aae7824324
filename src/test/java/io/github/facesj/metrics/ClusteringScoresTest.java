package io.github.facesj.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.cluster.Partition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Our figures on stored labels are those of scikit-learn and NumPy; see clustering.py. */
class ClusteringScoresTest {

  private static final Offset<Double> CLOSE = within(1e-9);

  private static InputStream resource(String name) {
    return ClusteringScoresTest.class.getResourceAsStream(name);
  }

  @Test
  void storedCases() throws IOException {
    Properties expected = new Properties();
    try (InputStream in = resource("clustering.properties")) {
      expected.load(in);
    }
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(resource("clustering.csv"), StandardCharsets.UTF_8))) {
      List<String> lines = in.lines().toList();
      assertThat(lines).hasSize(14);
      for (int i = 0; i < lines.size(); i += 2) {
        String name = lines.get(i).substring(0, lines.get(i).indexOf(','));
        ClusteringScores s = ClusteringScores.of(labels(lines.get(i)), labels(lines.get(i + 1)));
        check(expected, name + ".pair_precision", s.pairs().precision());
        check(expected, name + ".pair_recall", s.pairs().recall());
        check(expected, name + ".pair_f", s.pairs().f());
        check(expected, name + ".b3_precision", s.bCubed().precision());
        check(expected, name + ".b3_recall", s.bCubed().recall());
        check(expected, name + ".b3_f", s.bCubed().f());
        check(expected, name + ".nmi", s.nmi());
        check(expected, name + ".purity", s.purity());
        check(expected, name + ".coverage", s.coverage());
        check(expected, name + ".singletons", s.singletons());
        check(expected, name + ".clusters", s.clusters());
        check(expected, name + ".people", s.people());
      }
    }
  }

  private static Partition labels(String line) {
    return Partition.of(Stream.of(line.split(",")).skip(2).mapToInt(Integer::parseInt).toArray());
  }

  private static void check(Properties expected, String key, double value) {
    assertThat(value).as(key).isCloseTo(Double.parseDouble(expected.getProperty(key)), CLOSE);
  }

  @Test
  void refusesPartitionsOfDifferentOrNoFaces() {
    assertThatThrownBy(() -> ClusteringScores.of(Partition.of(0, 1), Partition.of(0)))
        .hasMessageContaining("1 faces");
    assertThatThrownBy(() -> ClusteringScores.of(Partition.of(), Partition.of()))
        .hasMessageContaining("0 faces");
  }
}
