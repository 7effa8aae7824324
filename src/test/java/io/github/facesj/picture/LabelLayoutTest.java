package io.github.facesj.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.face.Box;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {

  @Provide
  Arbitrary<List<Box>> faces() {
    return Combinators.combine(
            Arbitraries.doubles().between(-30, 990),
            Arbitraries.doubles().between(-30, 690),
            Arbitraries.doubles().between(10, 200),
            Arbitraries.doubles().between(10, 200))
        .as(Box::new)
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 200)
  void labelsLieInsideAndOnNoOther(@ForAll("faces") List<Box> faces) {
    List<double[]> sizes = new ArrayList<>();
    faces.forEach(f -> sizes.add(new double[] {70 + sizes.size() * 5, 18}));
    List<Box> labels = new LabelLayout(1000, 700, 3, faces).place(sizes);
    assertThat(labels).hasSameSizeAs(faces);
    for (int i = 0; i < labels.size(); i++) {
      Box label = labels.get(i);
      assertThat(label.width()).isEqualTo(sizes.get(i)[0]);
      assertThat(label.x()).isGreaterThanOrEqualTo(0);
      assertThat(label.y()).isGreaterThanOrEqualTo(0);
      assertThat(label.right()).isLessThanOrEqualTo(1000);
      assertThat(label.bottom()).isLessThanOrEqualTo(700);
      for (int j = 0; j < i; j++) {
        assertThat(label.intersection(labels.get(j))).isZero();
      }
    }
    assertThat(new LabelLayout(1000, 700, 3, faces).place(sizes)).isEqualTo(labels);
  }

  @Test
  void aSingleFaceHasItsLabelAboveAndBelowWhereThereIsNoRoom() {
    List<double[]> size = List.of(new double[] {60, 20});
    assertThat(new LabelLayout(500, 500, 3, List.of(new Box(100, 100, 80, 90))).place(size))
        .containsExactly(new Box(100, 77, 60, 20));
    assertThat(new LabelLayout(500, 500, 3, List.of(new Box(100, 5, 80, 90))).place(size))
        .containsExactly(new Box(100, 98, 60, 20));
  }

  @Test
  void aFullPictureStillGetsAllLabels() {
    List<Box> faces = new ArrayList<>();
    List<double[]> sizes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      faces.add(new Box(i % 10 * 10, i / 10 * 10, 10, 10));
      sizes.add(new double[] {200, 30});
    }
    assertThat(new LabelLayout(100, 100, 1, faces).place(sizes)).hasSize(100);
  }

  @Test
  void aHundredPeopleAreNotMixedUpBeforeTheTwentyNinth() {
    Set<PersonStyle> styles = new HashSet<>();
    for (int i = 0; i < 28; i++) {
      styles.add(PersonStyle.of(i));
      assertThat(contrast(PersonStyle.of(i))).isGreaterThan(4.5);
      assertThat(PersonStyle.of(i).dashes()).hasSizeBetween(0, 4);
    }
    assertThat(styles).hasSize(28);
    assertThat(PersonStyle.of(99)).isNotNull();
  }

  /** As the W3C defines it (WCAG 2.1): of the letters on their ground. */
  private static double contrast(PersonStyle style) {
    double ground = luminance(style.rgb()) + 0.05;
    double letters = luminance(style.text()) + 0.05;
    return Math.max(ground, letters) / Math.min(ground, letters);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double share = (channel & 255) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
