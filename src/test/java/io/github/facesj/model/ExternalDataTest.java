package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that keep their weights outside themselves, or say so to read what is not theirs. */
class ExternalDataTest {

  private static final Path EMBEDDER = Path.of("models/facesj-embedder/facesj-embedder.onnx");

  @TempDir Path dir;

  private Path folder;
  private Path network;

  @BeforeEach
  void make() throws Exception {
    folder = Files.createDirectories(dir.resolve("model"));
    network = folder.resolve("sum.onnx");
    Files.write(dir.resolve("secret.bin"), weights());
  }

  private static byte[] weights() {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(0)
        .putFloat(1)
        .putFloat(2)
        .putFloat(3)
        .array();
  }

  private void write(OnnxWriter model) throws Exception {
    Files.write(network, model.toBytes());
  }

  @Test
  void weightsBesideTheNetworkAreUsed() throws Exception {
    Files.write(Files.createDirectories(folder.resolve("data")).resolve("w.bin"), weights());
    write(OnnxWriter.sum(OnnxWriter.tensor("data/w.bin")));
    assertThat(ExternalData.of(network)).containsExactly(Path.of("data", "w.bin"));
    try (Network sum = Networks.open(network, 1)) {
      Tensor x = Tensor.zeros("x", 3);
      x.data().put(0, 10).put(1, 20).put(2, 30);
      assertThat(sum.run(x).get("y")).containsExactly(11, 22, 33);
    }
    write(OnnxWriter.sum(OnnxWriter.tensor("data/w.bin", "8", "12")));
    refused("cut short");
    assertThat(ExternalData.of(EMBEDDER)).isEmpty();
  }

  private void refused(String sentence) {
    assertThatThrownBy(() -> Networks.open(network, 1))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining(network.toString())
        .hasMessageContaining(sentence)
        .matches(e -> !((FacesException) e).isPassing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.bin",
        "..",
        "data/../../secret.bin",
        "/etc/passwd",
        "C:\\Windows\\win.ini",
        "..\\secret.bin",
        "\\\\server\\share\\x",
        "file:secret.bin",
        "*/_ORT_MEM_ADDR_/*",
        " ",
        "",
        "a\u0000b"
      })
  void nothingOutsideTheFolderIsRead(String location) throws Exception {
    Files.createDirectories(folder.resolve("data"));
    write(OnnxWriter.sum(OnnxWriter.tensor(location)));
    refused("was not opened");
  }

  @Test
  void linksOutOfTheFolderAreNotFollowed() throws Exception {
    Files.createSymbolicLink(folder.resolve("w.bin"), dir.resolve("secret.bin"));
    write(OnnxWriter.sum(OnnxWriter.tensor("w.bin")));
    refused("was not opened");
    Files.createSymbolicLink(folder.resolve("up"), dir);
    write(OnnxWriter.sum(OnnxWriter.tensor("up/secret.bin")));
    refused("was not opened");
    write(OnnxWriter.sum(OnnxWriter.tensor("absent.bin")));
    refused("beside it");
  }

  @Test
  void absoluteAndParentPathsAreFoundWhereverATensorCanBe() throws Exception {
    OnnxWriter bad = OnnxWriter.tensor("../secret.bin");
    OnnxWriter sparse = new OnnxWriter().message(2, bad);
    OnnxWriter graph = new OnnxWriter().message(5, bad);
    for (OnnxWriter attribute :
        List.of(
            new OnnxWriter().message(5, bad),
            new OnnxWriter().message(10, bad),
            new OnnxWriter().message(22, sparse),
            new OnnxWriter().message(23, sparse),
            new OnnxWriter().message(6, graph),
            new OnnxWriter().message(11, graph))) {
      OnnxWriter node = new OnnxWriter().message(5, attribute);
      write(OnnxWriter.model(new OnnxWriter().message(1, node)));
      refused("was not opened");
      write(new OnnxWriter().message(25, new OnnxWriter().message(7, node)));
      refused("was not opened");
      write(new OnnxWriter().message(25, new OnnxWriter().message(11, attribute)));
      refused("was not opened");
    }
    write(OnnxWriter.model(new OnnxWriter().message(15, new OnnxWriter().message(1, bad))));
    refused("was not opened");
    write(new OnnxWriter().message(20, new OnnxWriter().message(1, graph)));
    refused("was not opened");
    write(new OnnxWriter().message(20, new OnnxWriter().message(2, graph)));
    refused("was not opened");
  }

  /** What one reader skips and another one reads would be a way around. */
  @Test
  void oddFilesAreRefusedNotGuessedAt() throws Exception {
    OnnxWriter twice = OnnxWriter.tensor("w.bin").message(13, new OnnxWriter().text(1, "location"));
    write(OnnxWriter.sum(twice));
    refused("not a network");
    write(OnnxWriter.sum(OnnxWriter.tensor("w.bin", "-4", "12")));
    refused("not a network");
    write(OnnxWriter.sum(OnnxWriter.tensor("x".repeat(5000))));
    refused("not a network");
    OnnxWriter deep = new OnnxWriter();
    for (int i = 0; i < 200; i++) {
      deep =
          new OnnxWriter()
              .message(1, new OnnxWriter().message(5, new OnnxWriter().message(6, deep)));
    }
    write(OnnxWriter.model(deep));
    refused("not a network");
    Files.write(network, new byte[] {0x3b, 0x3c}); // a group, which nobody writes any more
    refused("not a network");
    Path ort = Files.write(folder.resolve("sum.ort"), new byte[10]);
    assertThatThrownBy(() -> Networks.open(ort, 1)).hasMessageContaining("ONNX file it was made");
  }

  @Test
  void mutantsEndInASentenceOrAreRead() throws Exception {
    byte[] good = Files.readAllBytes(EMBEDDER);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] bad = random.nextBoolean() ? good.clone() : Arrays.copyOf(good, random.nextInt(5000));
      for (int k = 0; k < 5 && bad.length > 0; k++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      Files.write(network, bad);
      try {
        ExternalData.of(network);
      } catch (FacesException e) {
        refused++;
        assertThat(e.getMessage()).contains(network.toString()).doesNotContain("Exception");
      }
    }
    assertThat(refused).isGreaterThan(50);
  }
}
