package io.github.facesj.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LandmarkSchemeTest {

  @ParameterizedTest
  @EnumSource
  void everyPointHasAPartAndAMirrorPoint(LandmarkScheme scheme) {
    for (int i = 0; i < scheme.points(); i++) {
      assertThat(scheme.mirror(scheme.mirror(i))).isEqualTo(i);
      assertThat(scheme.part(scheme.mirror(i))).isEqualTo(scheme.part(i)).isNotNull();
    }
    assertThat(IntStream.range(0, scheme.points()).map(scheme::mirror).distinct().count())
        .isEqualTo(scheme.points());
    assertThat(scheme.mirror(scheme.outerEyeCorners().get(0)))
        .isEqualTo(scheme.outerEyeCorners().get(1));
    assertThat(scheme.eye(0).stream().map(scheme::mirror))
        .containsExactlyInAnyOrderElementsOf(scheme.eye(1));
  }

  @ParameterizedTest
  @EnumSource
  void outlinesStayInTheirPart(LandmarkScheme scheme) {
    for (Outline line : scheme.outlines()) {
      assertThat(line.points()).allSatisfy(p -> assertThat(scheme.part(p)).isEqualTo(line.part()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void mirroringTwiceChangesNothing(LandmarkScheme scheme) {
    double[] xy = IntStream.range(0, 2 * scheme.points()).mapToDouble(i -> i * 1.25).toArray();
    Landmarks points = Landmarks.of(scheme, xy);
    assertThat(points.mirror(200).mirror(200)).isEqualTo(points);
    assertThat(points.mirror(200).toFive().toArray())
        .containsExactly(points.toFive().mirror(200).toArray(), within(1e-9));
  }
}
