package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import io.github.facesj.TestJvm;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworksTest {

  private static final Path EMBEDDER = Path.of("models/facesj-embedder/facesj-embedder.onnx");

  @TempDir Path folder;

  private static Tensor ramp() {
    Tensor tensor = Tensor.zeros("image", 1, 3, 112, 112);
    for (int i = 0; i < tensor.data().capacity(); i++) {
      tensor.data().put(i, i % 251);
    }
    return tensor;
  }

  @Test
  void bothWaysIntoTheEngineGiveTheSameNumbers() throws Exception {
    try (Network djl = DjlNetwork.open(EMBEDDER, 1);
        Network ort = OrtNetwork.open(EMBEDDER, 1)) {
      float[] expected = djl.run(ramp()).get("embedding");
      Outputs outputs = ort.run(ramp());
      assertThat(outputs.names()).containsExactly("embedding");
      assertThat(outputs.shape("embedding")).containsExactly(1, 128);
      assertThat(outputs.get("embedding")).isEqualTo(expected);
      assertThat(outputs.get(Tensor.ONLY)).isEqualTo(expected);
    }
  }

  @Test
  void theOnlyInputNeedsNoName() throws Exception {
    try (Network djl = DjlNetwork.open(EMBEDDER, 1);
        Network ort = OrtNetwork.open(EMBEDDER, 1)) {
      Tensor nameless = Tensor.zeros(Tensor.ONLY, 1, 3, 112, 112);
      assertThat(djl.run(nameless).get("embedding"))
          .isEqualTo(ort.run(nameless).get("embedding"))
          .isEqualTo(djl.run(Tensor.zeros("image", 1, 3, 112, 112)).get("embedding"));
    }
  }

  @Test
  void wrongInputsAreSentences() throws Exception {
    try (Network djl = DjlNetwork.open(EMBEDDER, 1);
        Network ort = OrtNetwork.open(EMBEDDER, 1)) {
      for (Network network : new Network[] {djl, ort}) {
        assertThatThrownBy(() -> network.run(Tensor.zeros("picture", 1, 3, 112, 112)))
            .isInstanceOf(FacesException.class)
            .hasMessageContaining("picture");
        assertThatThrownBy(() -> network.run(Tensor.zeros("image", 1, 3, 7, 7)))
            .isInstanceOf(FacesException.class);
        assertThatThrownBy(() -> network.run(ramp()).get("nothing"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"nothing\"")
            .hasMessageContaining("[embedding]");
      }
    }
  }

  @Test
  void filesThatAreNoNetworksAreSentences() throws Exception {
    Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
    for (Path file : new Path[] {text, folder.resolve("absent.onnx")}) {
      assertThatThrownBy(() -> Networks.open(file, 1))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining(file.toString());
    }
    assertThatThrownBy(() -> Networks.open(EMBEDDER, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads");
  }

  /** Another plugin of the same Fiji starts ONNX Runtime before DJL can; needs a fresh Java. */
  @Test
  void worksWhereAnotherPluginWasFirst() throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(TestJvm.command(List.of(), OtherPluginFirst.class, EMBEDDER.toString()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output)).isEmpty();
    assertThat(process.exitValue()).isEqualTo(OtherPluginFirst.FINE);
  }

  /** The program of that Java. */
  static final class OtherPluginFirst {

    static final int FINE = 42;

    private OtherPluginFirst() {}

    public static void main(String[] args) throws Exception {
      try (OrtEnvironment first = OrtEnvironment.getEnvironment();
          Network network = Networks.open(Path.of(args[0]), 1)) {
        if (first != null && network.run(ramp()).get("embedding").length == 128) {
          System.exit(FINE);
        }
      }
    }
  }
}
