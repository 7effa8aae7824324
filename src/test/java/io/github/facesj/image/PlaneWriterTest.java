package io.github.facesj.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class PlaneWriterTest {

  /**
   * One pixel (1, 2, 3) in the middle of 3 x 3, mean 100, 10, 1 and scale 1, 2, 4 of the planes.
   */
  @Test
  void bordersAreBlackBeforeTheNormalisation() {
    FloatBuffer out = FloatBuffer.allocate(27);
    Letterbox place = new Letterbox(3, 3, 1, 1, 1, 1, 1, 1);
    float[] mean = {100, 10, 1};
    float[] scale = {1, 2, 4};
    new PlaneWriter(false, mean, scale).write(new int[] {0x010203}, place, out, 0);
    float r = -100;
    float g = -20;
    float b = -4;
    assertThat(out.array())
        .containsExactly(
            r, r, r, r, -99, r, r, r, r, g, g, g, g, -16, g, g, g, g, b, b, b, b, 8, b, b, b, b);
    new PlaneWriter(true, mean, scale).write(new int[] {0x010203}, place, out, 0);
    assertThat(out.get(4)).isEqualTo(3 - 100);
    assertThat(out.get(22)).isZero();
  }
}
