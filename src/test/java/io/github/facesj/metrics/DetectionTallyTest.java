package io.github.facesj.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTallyTest {

  private static Face face(double score, double x, double width) {
    return Face.of(new Box(x, 0, width, 10), score);
  }

  private static Box box(double x) {
    return new Box(x, 0, 10, 10);
  }

  /**
   * By hand, 4 faces: .9 right, .8 wrong (a double), .7 right, .6 of no account, .5 wrong (nothing
   * there), .4 right. Precision 1, 1/2, 2/3, 2/4, 3/5 at recall 1/4, 1/4, 2/4, 2/4, 3/4; the best
   * beyond is 1, 2/3, 2/3, 3/5, 3/5; AP = 1/4 * 1 + 1/4 * 2/3 + 1/4 * 3/5 = 17/30.
   */
  @Test
  void averagePrecisionIsTheOneComputedByHand() {
    DetectionTally tally = new DetectionTally(0.5);
    tally.add(
        List.of(face(0.4, 100, 10), face(0.8, 1, 10), face(0.9, 0, 10)),
        List.of(box(0), box(100)),
        List.of());
    tally.add(
        List.of(face(0.6, 51, 10), face(0.5, 200, 10), face(0.7, 2, 10)),
        List.of(box(0), box(300)),
        List.of(box(50)));
    PrecisionRecall curve = tally.curve();
    assertThat(curve.averagePrecision()).isCloseTo(17 / 30.0, within(1e-12));
    assertThat(curve.points())
        .extracting(PrecisionRecall.Point::score)
        .containsExactly(0.9, 0.8, 0.7, 0.5, 0.4);
    assertThat(curve.at(0.7)).isEqualTo(new PrecisionRecall.Point(0.7, 2, 1, 2 / 3.0, 0.5));
    assertThat(curve.at(0.95)).isEqualTo(new PrecisionRecall.Point(0.95, 0, 0, 1, 0));
  }

  @Test
  void exactlyHalfOverlapIsEnoughAndLessIsNot() {
    DetectionTally enough = new DetectionTally(0.5);
    enough.add(List.of(face(0.9, 0, 20)), List.of(box(0)), List.of());
    assertThat(enough.curve().averagePrecision()).isEqualTo(1);
    DetectionTally less = new DetectionTally(0.5);
    less.add(List.of(face(0.9, 0, 20.1)), List.of(box(0)), List.of());
    assertThat(less.curve().averagePrecision()).isZero();
  }

  @Test
  void aFaceGoesToTheBestScoreNotToTheBestOverlap() {
    DetectionTally tally = new DetectionTally(0.5);
    tally.add(List.of(face(0.8, 0, 10), face(0.9, 3, 10)), List.of(box(0)), List.of());
    assertThat(tally.curve().at(0.85).right()).isEqualTo(1);
    assertThat(tally.curve().at(0).wrong()).isEqualTo(1);
  }

  @Test
  void equalScoresAreOnePointWhateverTheirOrder() {
    List<Face> faces = List.of(face(0.9, 0, 10), face(0.9, 50, 10), face(0.9, 100, 10));
    for (List<Box> truth : List.of(List.of(box(0)), List.of(box(50)), List.of(box(100)))) {
      DetectionTally tally = new DetectionTally(0.5);
      tally.add(faces, truth, List.of());
      assertThat(tally.curve().averagePrecision()).isCloseTo(1 / 3.0, within(1e-12));
    }
  }

  @Test
  void withoutFacesThereIsNoRecall() {
    DetectionTally tally = new DetectionTally(0.5);
    tally.add(List.of(face(0.9, 0, 10)), List.of(), List.of());
    assertThatThrownBy(tally::curve)
        .hasMessage("No photo has a face to be found, so precision and recall cannot be measured.");
  }

  @Test
  void refusesAnIouThatMeansNothing() {
    assertThatThrownBy(() -> new DetectionTally(0))
        .hasMessage("The IoU of a right detection must be above 0 and at most 1, but was 0.0.");
  }
}
