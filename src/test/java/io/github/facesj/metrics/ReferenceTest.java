package io.github.facesj.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.face.FacePart;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.metrics.LandmarkError.Normaliser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our figures on stored numbers are those of scikit-learn and NumPy; see reference.py. */
class ReferenceTest {

  private static final Offset<Double> CLOSE = within(1e-6);
  private static final Properties EXPECTED = new Properties();

  private static double[] distances;
  private static boolean[] same;
  private static int[] fold;

  private static InputStream resource(String name) {
    return ReferenceTest.class.getResourceAsStream(name);
  }

  private static List<String> lines(String name) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(resource(name), StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }

  private static double expected(String key) {
    return Double.parseDouble(EXPECTED.getProperty(key));
  }

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = resource("expected.properties")) {
      EXPECTED.load(in);
    }
    List<String[]> rows = lines("scores.csv").stream().skip(1).map(l -> l.split(",")).toList();
    distances = rows.stream().mapToDouble(r -> Double.parseDouble(r[0])).toArray();
    fold = rows.stream().mapToInt(r -> Integer.parseInt(r[2])).toArray();
    same = new boolean[rows.size()];
    for (int i = 0; i < same.length; i++) {
      same[i] = rows.get(i)[1].equals("1");
    }
  }

  @Test
  void curveAndItsFigures() {
    Roc roc = Roc.of(distances, same);
    assertThat(roc.areaUnderCurve()).isCloseTo(expected("auc"), CLOSE);
    assertThat(roc.equalErrorRate()).isCloseTo(expected("eer"), CLOSE);
    for (String far : List.of("0.1", "0.01", "0.001")) {
      Roc.TrueMatchRate rate = roc.trueMatchRateAt(Double.parseDouble(far));
      assertThat(rate.rate()).isCloseTo(expected("tar." + far), CLOSE);
      assertThat(roc.trueMatchAt(rate.threshold())).isEqualTo(rate.rate());
      assertThat(roc.falseMatchAt(rate.threshold())).isEqualTo(rate.reached());
    }
    assertThat(roc.trueMatchRateAt(0.001).measurable()).isFalse();
    assertThat(roc.best().threshold()).isCloseTo(expected("best.threshold"), CLOSE);
    assertThat(roc.best().accuracy()).isCloseTo(expected("best.accuracy"), CLOSE);
  }

  @Test
  void accuracyByFolds() {
    KFoldAccuracy folds = KFoldAccuracy.of(distances, same, fold);
    assertThat(folds.mean()).isCloseTo(expected("folds.mean"), CLOSE);
    assertThat(folds.deviation()).isCloseTo(expected("folds.deviation"), CLOSE);
    assertThat(folds.accuracies()).hasSize(10);
  }

  @Test
  void confidenceInterval() {
    Interval interval = Interval.wilson(37, 412);
    assertThat(interval.low()).isCloseTo(expected("wilson.low"), CLOSE);
    assertThat(interval.high()).isCloseTo(expected("wilson.high"), CLOSE);
  }

  @Test
  void landmarkErrors() throws IOException {
    LandmarkError ocular = new LandmarkError(Normaliser.INTER_OCULAR);
    LandmarkError pupil = new LandmarkError(Normaliser.INTER_PUPIL);
    LandmarkError box = new LandmarkError(Normaliser.BOX);
    for (String line : lines("landmarks.csv")) {
      double[] v = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
      Landmarks truth = Landmarks.of(LandmarkScheme.IBUG68, Arrays.copyOf(v, 136));
      Landmarks found = Landmarks.of(LandmarkScheme.IBUG68, Arrays.copyOfRange(v, 136, 272));
      ocular.add(found, truth);
      pupil.add(found, truth);
      box.add(found, truth);
    }
    assertThat(ocular.mean()).isCloseTo(expected("nme.ocular"), CLOSE);
    assertThat(pupil.mean()).isCloseTo(expected("nme.pupil"), CLOSE);
    assertThat(box.mean()).isCloseTo(expected("nme.box"), CLOSE);
    assertThat(box.median()).isCloseTo(expected("nme.box.median"), CLOSE);
    assertThat(box.byPart().get(FacePart.MOUTH)).isCloseTo(expected("nme.box.mouth"), CLOSE);
    assertThat(box.areaUnderCurve(0.04)).isCloseTo(expected("nme.box.auc"), CLOSE);
    assertThat(box.failureRate(0.04)).isCloseTo(expected("nme.box.failures"), CLOSE);
  }

  @Test
  void faceThatWasNotFoundIsAFailureAndNoError() {
    LandmarkError error = new LandmarkError(Normaliser.BOX);
    Landmarks truth = Landmarks.of(LandmarkScheme.FIVE, 0, 0, 10, 0, 5, 5, 2, 10, 8, 10);
    error.add(truth.translate(0.1, 0), truth);
    error.addMissed();
    assertThat(error.mean()).isCloseTo(0.01, CLOSE);
    assertThat(error.failureRate(LandmarkError.LIMIT)).isEqualTo(0.5);
    assertThat(error.areaUnderCurve(0.08)).isCloseTo((1 - 0.01 / 0.08) / 2, CLOSE);
  }
}
