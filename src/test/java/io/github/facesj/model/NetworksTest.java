package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import io.github.facesj.TestJvm;
import io.github.facesj.run.FacesException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /** What the engine says itself names places in its own source. */
  private static final String[] ENGINE_TEXT = {
    "onnxruntime_src", "Error code", "status code", ".cc:", "Exception", "ai.", "Got invalid"
  };

  @Test
  void sentencesHoldNothingOfTheEnginesOwnText() throws Exception {
    byte[] good = Files.readAllBytes(EMBEDDER);
    byte[] newer = good.clone();
    newer[1] = 99; // the version of ONNX itself
    String odd = new String(good, StandardCharsets.ISO_8859_1).replace("LeakyRelu", "LeakyRulu");
    Map<String, byte[]> files =
        Map.of(
            "cut short", Arrays.copyOf(good, good.length / 2),
            "damaged", "no network".getBytes(StandardCharsets.US_ASCII),
            "of another kind", new byte[0],
            "newer ONNX (version 99)", newer,
            "an operation, LeakyRulu", odd.getBytes(StandardCharsets.ISO_8859_1));
    Path file = folder.resolve("bad.onnx");
    for (Map.Entry<String, byte[]> bad : files.entrySet()) {
      Files.write(file, bad.getValue());
      for (Opening way : List.<Opening>of(DjlNetwork::open, OrtNetwork::open)) {
        assertThatThrownBy(() -> way.open(file, 1))
            .isInstanceOf(FacesException.class)
            .hasMessageContaining(bad.getKey())
            .hasMessageContaining(file.toString())
            .satisfies(NetworksTest::isOurs)
            .matches(e -> !((FacesException) e).isPassing(), "the file is to blame");
      }
    }
    try (Network djl = DjlNetwork.open(EMBEDDER, 1);
        Network ort = OrtNetwork.open(EMBEDDER, 1)) {
      for (Network network : new Network[] {djl, ort}) {
        assertThatThrownBy(() -> network.run(Tensor.zeros("image", 1, 3, 7, 8)))
            .hasMessageContaining("image of 1 x 3 x 7 x 8")
            .satisfies(NetworksTest::isOurs)
            .matches(e -> ((FacesException) e).isPassing(), "no photo is to blame");
      }
    }
  }

  /** Opens a file. */
  @FunctionalInterface
  private interface Opening {
    Network open(Path file, int threads) throws FacesException;
  }

  private static void isOurs(Throwable e) {
    assertThat(e.getMessage()).doesNotContain(ENGINE_TEXT);
    assertThat(e.getCause()).isNotNull();
  }

  @Test
  void memoryThatDoesNotSufficeIsPassing() {
    Tensor[] fed = {Tensor.zeros(Tensor.ONLY, 1, 3, 4, 5)};
    for (String said :
        List.of(
            "Non-zero status code returned while running Conv node. Name:'x' Status Message:"
                + " /onnxruntime_src/onnxruntime/core/framework/bfc_arena.cc:376 Failed to allocate"
                + " memory for requested buffer of size 576000000",
            "std::bad_alloc",
            "env.cc:186 pthread_create failed, error code: 12 error msg: Cannot allocate memory")) {
      RuntimeException cause = new RuntimeException(new IllegalStateException(said));
      for (FacesException e :
          List.of(
              EngineErrors.running(EMBEDDER, fed, cause), EngineErrors.opening(EMBEDDER, cause))) {
        assertThat(e).hasMessageContaining("not enough memory").satisfies(NetworksTest::isOurs);
        assertThat(e.isPassing()).isTrue();
      }
    }
    FacesException engine = EngineErrors.starting(new UnsatisfiedLinkError("libonnxruntime.so"));
    assertThat(engine.isPassing()).isTrue();
    assertThat(engine).satisfies(NetworksTest::isOurs).hasMessageContaining("java.io.tmpdir");
  }

  @Test
  void closedAndInterruptedIsPassing() throws Exception {
    Network network = Networks.open(EMBEDDER, 1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> network.run(ramp())).matches(e -> ((FacesException) e).isPassing());
    assertThat(Thread.interrupted()).isTrue();
    network.close();
    network.close();
    assertThat(network.awaitFreed(Duration.ZERO)).isTrue();
    assertThatThrownBy(() -> network.run(ramp()))
        .hasMessageContaining("facesj-embedder.onnx was closed")
        .matches(e -> ((FacesException) e).isPassing());
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
