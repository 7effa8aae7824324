package io.github.facesj.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Decoders on numbers made by hand. */
class DecoderTest {

  private static final int[] STRIDES = {8, 16};

  private final Map<String, float[]> outputs = new HashMap<>();

  private List<Face> decode(Decoder decoder, int width, int height) {
    List<Face> found = new ArrayList<>();
    decoder.decode(outputs::get, width, height, 0.5, found);
    return found;
  }

  private float[] zeros(String name, int size) {
    return outputs.computeIfAbsent(name, n -> new float[size]);
  }

  private static void set(float[] array, int from, double... values) {
    for (int i = 0; i < values.length; i++) {
      array[from + i] = (float) values[i];
    }
  }

  private static void same(Box box, double x, double y, double w, double h) {
    assertThat(new double[] {box.x(), box.y(), box.width(), box.height()})
        .containsExactly(new double[] {x, y, w, h}, within(1e-5));
  }

  private static void points(Face face, double... xy) {
    assertThat(face.points().get().toArray()).containsExactly(xy, within(1e-5));
  }

  /** Canvas 48 x 32: 6 x 4 cells of 8, then 3 x 2 of 16: 30 in all. */
  @Test
  void facesjGivesPixels() {
    set(zeros("s", 30), 25, 0.75);
    set(zeros("b", 120), 100, 1, 2, 11, 22);
    set(zeros("p", 300), 250, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    List<Face> found = decode(new FacesJDecoder(STRIDES, "s", "b", "p"), 48, 32);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).score()).isEqualTo(0.75);
    same(found.get(0).box(), 1, 2, 10, 20);
    points(found.get(0), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  /** Cell (2, 1) of stride 16: centre (2 + .5) * 16, (1 - .25) * 16; sides 16 * e^0, 16 * 2. */
  @Test
  void yunetScoresAreRootOrProduct() {
    for (String name : List.of("c", "o")) {
      zeros(name + "_8", 24);
      zeros(name + "_16", 6);
    }
    zeros("b_8", 96);
    zeros("p_8", 240);
    set(outputs.get("c_16"), 5, 0.81);
    set(outputs.get("o_16"), 5, 1.5); // clamped to 1
    set(zeros("b_16", 24), 20, 0.5, -0.25, 0, Math.log(2));
    set(zeros("p_16", 60), 50, 0, 0, 1, 0, 0, 1, -1, 0, 0, -1);
    YuNetDecoder root =
        new YuNetDecoder(STRIDES, YuNetDecoder.Score.GEOMETRIC_MEAN, "c", "o", "b", "p");
    Face face = decode(root, 48, 32).get(0);
    assertThat(face.score()).isCloseTo(0.9, within(1e-6));
    same(face.box(), 32, -4, 16, 32);
    points(face, 32, 16, 48, 16, 32, 32, 16, 16, 32, 0);
    YuNetDecoder product =
        new YuNetDecoder(STRIDES, YuNetDecoder.Score.PRODUCT, "c", "o", "b", "p");
    assertThat(decode(product, 48, 32).get(0).score()).isCloseTo(0.81, within(1e-6));
  }

  /** Row 1, column 2, second anchor of stride 8: number (1 * 6 + 2) * 2 + 1 = 17, at (16, 8). */
  @Test
  void scrfdMeasuresFromTheCorner() {
    set(zeros("s8", 48), 17, 0.6);
    set(zeros("b8", 192), 68, 1, 0.5, 2, 1);
    set(zeros("p8", 480), 170, 0, 0, 1, 0, 0, 1, -1, 0, 0, -1);
    zeros("s16", 12);
    zeros("b16", 48);
    zeros("p16", 120);
    ScrfdDecoder decoder =
        new ScrfdDecoder(
            STRIDES, 2, List.of("s8", "s16"), List.of("b8", "b16"), List.of("p8", "p16"));
    Face face = decode(decoder, 48, 32).get(0);
    assertThat(face.score()).isCloseTo(0.6, within(1e-6));
    same(face.box(), 8, 4, 24, 12);
    points(face, 16, 8, 24, 8, 16, 16, 8, 8, 16, 0);
  }

  /**
   * Second size (32) of cell (1, 0) of stride 8: prior 3, centre (12, 4); shift .1 * 32 * (1, 2),
   * sides 32 * e^(.2 * 5) and 32.
   */
  @Test
  void retinaFaceShiftsPriorsInVariances() {
    int n = 24 * 2 + 6 * 2;
    set(zeros("s", 2 * n), 6, 0.2, 0.8);
    set(zeros("b", 4 * n), 12, 1, 2, 5, 0);
    set(zeros("p", 10 * n), 30, 0, 0, 1, 0, 0, 1, -1, 0, 0, -1);
    RetinaFaceDecoder decoder =
        new RetinaFaceDecoder(STRIDES, new double[] {16, 32, 64, 128}, 0.1, 0.2, "s", "b", "p");
    Face face = decode(decoder, 48, 32).get(0);
    assertThat(face.score()).isCloseTo(0.8, within(1e-6));
    double w = 32 * Math.E;
    same(face.box(), 15.2 - w / 2, 10.4 - 16, w, 32);
    points(face, 12, 4, 15.2, 4, 12, 7.2, 8.8, 4, 12, 0.8);
  }

  @Test
  void ultraFaceGivesPartsOfTheCanvas() {
    set(zeros("s", 6), 2, 0.1, 0.9);
    set(zeros("b", 12), 4, 0.25, 0.5, 0.5, 1.5);
    Face face = decode(new UltraFaceDecoder("s", "b"), 320, 240).get(0);
    assertThat(face.points()).isEmpty();
    same(face.box(), 80, 120, 80, 240);
  }

  @Test
  void wrongCountsAndNumbersAreErrorsNotZeroFaces() {
    zeros("s", 4);
    zeros("b", 7);
    Decoder decoder = new UltraFaceDecoder("s", "b");
    assertThatThrownBy(() -> decode(decoder, 320, 240))
        .hasMessage(
            "The output \"b\" has 7 numbers where 8 were expected. Its card does not fit its file.");
    outputs.put("b", new float[8]);
    outputs.get("s")[3] = Float.NaN;
    assertThatThrownBy(() -> decode(decoder, 320, 240))
        .hasMessage("The network gave a score that is not a number.");
  }
}
