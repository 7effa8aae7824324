package io.github.facesj.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Similarity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class UmeyamaTest {

  @Property
  void recoversAnySimilarity(
      @ForAll @DoubleRange(min = 0.01, max = 50) double scale,
      @ForAll @DoubleRange(min = -180, max = 180) double degrees,
      @ForAll @DoubleRange(min = -5000, max = 5000) double tx,
      @ForAll @DoubleRange(min = -5000, max = 5000) double ty) {
    double angle = Math.toRadians(degrees);
    Similarity map = new Similarity(scale * Math.cos(angle), scale * Math.sin(angle), tx, ty);
    Landmarks from = Template.ARCFACE.points();
    Similarity found = Umeyama.fit(from, map.apply(from));
    assertThat(found.a()).isCloseTo(map.a(), within(1e-9 * (1 + scale)));
    assertThat(found.b()).isCloseTo(map.b(), within(1e-9 * (1 + scale)));
    assertThat(found.tx()).isCloseTo(tx, within(1e-6));
    assertThat(found.ty()).isCloseTo(ty, within(1e-6));
    Landmarks back = map.then(map.inverse()).apply(from);
    assertThat(back.toArray()).containsExactly(from.toArray(), within(1e-6));
  }

  @Property
  void noOtherSimilarityIsNearer(
      @ForAll @DoubleRange(min = -0.1, max = 0.1) double da,
      @ForAll @DoubleRange(min = -0.1, max = 0.1) double db,
      @ForAll @DoubleRange(min = -3, max = 3) double dx,
      @ForAll @DoubleRange(min = -3, max = 3) double dy) {
    Landmarks from = Landmarks.of(LandmarkScheme.FIVE, 10, 20, 50, 24, 33, 44, 15, 60, 47, 66);
    Landmarks to = Template.ARCFACE.points();
    Similarity best = Umeyama.fit(from, to);
    Similarity other = new Similarity(best.a() + da, best.b() + db, best.tx() + dx, best.ty() + dy);
    assertThat(error(best, from, to)).isLessThanOrEqualTo(error(other, from, to) + 1e-9);
  }

  private static double error(Similarity map, Landmarks from, Landmarks to) {
    double sum = 0;
    Landmarks mapped = map.apply(from);
    for (int i = 0; i < to.size(); i++) {
      sum += Math.pow(mapped.x(i) - to.x(i), 2) + Math.pow(mapped.y(i) - to.y(i), 2);
    }
    return sum;
  }

  @Test
  void neverMirrors() {
    Landmarks from = Template.ARCFACE.points();
    double[] xy = from.toArray();
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] = -xy[i];
    }
    Similarity map = Umeyama.fit(from, Landmarks.of(LandmarkScheme.FIVE, xy));
    assertThat(map.a() * map.a() + map.b() * map.b()).isPositive(); // the determinant
  }

  @Test
  void pointsInOnePlaceAreRefused() {
    Landmarks one = Landmarks.of(LandmarkScheme.FIVE, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3);
    assertThatThrownBy(() -> Umeyama.fit(one, Template.ARCFACE.points()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all lie in one place");
  }

  @Test
  void faceWithoutPointsSaysWhatToDo() {
    Face face = Face.of(new Box(0, 0, 10, 10), 1);
    assertThatThrownBy(() -> Template.ARCFACE.of(face))
        .hasMessageContaining("Use a detector with five points");
    assertThat(SquareCrop.FACENET.of(face).scale()).isEqualTo(160 / 12.0);
  }
}
