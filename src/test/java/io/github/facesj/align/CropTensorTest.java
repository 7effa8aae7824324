package io.github.facesj.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.image.FaceImage;
import io.github.facesj.model.Catalogue;
import io.github.facesj.model.InputSpec;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropTensorTest {

  @TempDir Path folder;

  /** The input of FaceNet as its TensorFlow graphs have it, or with the axes of another export. */
  private InputSpec facenet(String axes, String shape) throws Exception {
    Path own = Files.createDirectories(folder.resolve("facenet-128"));
    Files.write(own.resolve("net.onnx"), new byte[] {1});
    Files.writeString(
        own.resolve("rdf.yaml"),
        String.format(
            Locale.ROOT,
            """
            format_version: 0.4.10
            type: model
            name: FaceNet
            description: a card for a test
            authors: [{name: nobody}]
            license: MIT
            cite: [{text: "FaceNet, CVPR 2015"}]
            inputs: [{name: input, axes: %s, shape: %s}]
            outputs: [{name: embeddings}]
            weights: {onnx: {source: net.onnx}}
            config:
              facesj:
                task: embedding
                terms: none
                colors: RGB
                settings: {template: square, side: height, margin: 0.2, prewhiten: true,
                  output: embeddings, size: 128, distance: euclidean, threshold: 1.0}
            """,
            axes,
            shape));
    Catalogue catalogue = ModelStore.at(folder).catalogue();
    assertThat(catalogue.problems()).isEmpty();
    return catalogue.find("facenet-128").orElseThrow().input();
  }

  private static FaceImage crop(int w, int h) {
    return FaceImage.of(w, h, new Random(4).ints((long) w * h, 0, 1 << 24).toArray());
  }

  @Test
  void prewhitensAsFaceNetDoes() throws Exception {
    CropTensor put = CropTensor.prewhitened(facenet("byxc", "[1, 4, 4, 3]"));
    FaceImage crop = crop(4, 4);
    Tensor tensor = put.tensor(1);
    put.put(crop, tensor, 0);
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < 48; i++) {
      double v = crop.pixels()[i / 3] >> (16 - i % 3 * 8) & 255;
      mean += v / 48;
      squares += v * v / 48;
    }
    double deviation = Math.sqrt(squares - mean * mean);
    for (int i = 0; i < 48; i++) {
      double v = crop.pixels()[i / 3] >> (16 - i % 3 * 8) & 255;
      assertThat((double) tensor.data().get(i)).isCloseTo((v - mean) / deviation, within(1e-5));
    }
    put.put(FaceImage.of(4, 4, new int[16]), tensor, 0);
    assertThat(tensor.data().get(7)).isZero(); // an even crop is divided by 1/sqrt(N), not by 0
  }

  @ParameterizedTest
  @ValueSource(strings = {"bcyx", "byxc", "bxyc", "bcxy"})
  void everyOrderOfAxes(String axes) throws Exception {
    int w = 5;
    int h = 3;
    StringBuilder shape = new StringBuilder("[1");
    for (char axis : axes.substring(1).toCharArray()) {
      shape.append(", ").append(axis == 'c' ? 3 : axis == 'y' ? h : w);
    }
    CropTensor put = CropTensor.of(facenet(axes, shape + "]"));
    FaceImage crop = crop(w, h);
    Tensor tensor = put.tensor(2);
    put.put(crop, tensor, 1);
    long[] extents = tensor.shape();
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        for (int c = 0; c < 3; c++) {
          int at = 1;
          for (int a = 1; a < 4; a++) {
            int step = axes.charAt(a) == 'c' ? c : axes.charAt(a) == 'y' ? y : x;
            at = at * (int) extents[a] + step;
          }
          assertThat(tensor.data().get(at))
              .isEqualTo(crop.pixels()[y * w + x] >> (16 - 8 * c) & 255);
        }
      }
    }
    assertThat(tensor.data().get(0)).isZero();
    assertThatThrownBy(() -> put.put(crop(w, h + 1), tensor, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
