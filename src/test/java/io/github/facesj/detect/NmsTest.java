package io.github.facesj.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NmsTest {

  /** Few values, so that equal scores and equal edges are common. */
  @Provide
  Arbitrary<List<Face>> faces() {
    Arbitrary<Integer> edge = Arbitraries.integers().between(0, 20);
    Arbitrary<Integer> side = Arbitraries.integers().between(1, 12);
    Arbitrary<Integer> score = Arbitraries.integers().between(0, 4);
    return Combinators.combine(edge, edge, side, side, score)
        .as((x, y, w, h, s) -> Face.of(new Box(x, y, w, h), s / 4.0))
        .list()
        .ofMaxSize(25);
  }

  @Property
  void twiceIsOnce(
      @ForAll("faces") List<Face> faces, @ForAll @DoubleRange(min = 0, max = 1) double overlap) {
    List<Face> once = Nms.iou(overlap).suppress(faces);
    assertThat(Nms.iou(overlap).suppress(once)).isEqualTo(once);
  }

  @Property
  void theOrderDoesNotMatter(@ForAll("faces") List<Face> faces, @ForAll long seed) {
    List<Face> shuffled = new ArrayList<>(faces);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Nms.iou(0.4).suppress(shuffled)).isEqualTo(Nms.iou(0.4).suppress(faces));
    assertThat(new BoxVoting(0.4).join(shuffled)).isEqualTo(new BoxVoting(0.4).join(faces));
  }

  @Property
  @SuppressWarnings("ReferenceEquality")
  void noTwoKeptOverlapMoreAndEachLostOneOverlapsABetterOne(
      @ForAll("faces") List<Face> faces, @ForAll @DoubleRange(min = 0, max = 1) double overlap) {
    List<Face> kept = Nms.iou(overlap).suppress(faces);
    for (Face a : kept) {
      assertThat(kept).filteredOn(b -> b != a && a.box().iou(b.box()) > overlap + 1e-12).isEmpty();
    }
    for (Face lost : faces) {
      assertThat(kept)
          .anyMatch(
              k ->
                  k.equals(lost)
                      || (k.score() >= lost.score() && k.box().iou(lost.box()) > overlap - 1e-12));
    }
  }

  @Test
  void theSmallerBoxCountsForMin() {
    Face large = Face.of(new Box(0, 0, 100, 100), 0.9);
    Face inside = Face.of(new Box(10, 10, 20, 20), 0.8);
    assertThat(Nms.iou(0.7).suppress(List.of(large, inside))).hasSize(2);
    assertThat(new Nms(Nms.Measure.MIN, 0.7, 0).suppress(List.of(large, inside)))
        .containsExactly(large);
  }

  /** 3 x 3 pixels each, two columns common: 6 / 12; as edges 2 x 2, one common: 2 / 6. */
  @Test
  void theExtentCountsTheLastPixel() {
    Face a = Face.of(new Box(0, 0, 2, 2), 0.9);
    Face b = Face.of(new Box(1, 0, 2, 2), 0.8);
    assertThat(new Nms(Nms.Measure.UNION, 0.4, 1).suppress(List.of(a, b))).containsExactly(a);
    assertThat(new Nms(Nms.Measure.UNION, 0.4, 0).suppress(List.of(a, b))).hasSize(2);
  }

  @Test
  void overlapOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> Nms.iou(1.5))
        .hasMessage("The overlap must be between 0 and 1, but was 1.5.");
  }

  /** Weights .9 and .6: 10 * .6 / 1.5 = 4. */
  @Test
  void votingIsTheWeightedMean() {
    Face a = Face.of(new Box(0, 0, 100, 100), 0.9);
    Face b = Face.of(new Box(10, 0, 100, 110), 0.6);
    Face other = Face.of(new Box(500, 0, 10, 10), 0.7);
    List<Face> joined = new BoxVoting(0.5).join(List.of(b, other, a));
    assertThat(joined).hasSize(2);
    assertThat(joined.get(0).score()).isEqualTo(0.9);
    assertThat(joined.get(0).box().x()).isCloseTo(4, within(1e-12));
    assertThat(joined.get(0).box().height()).isCloseTo(104, within(1e-12));
    assertThat(joined.get(1)).isEqualTo(other);
  }
}
