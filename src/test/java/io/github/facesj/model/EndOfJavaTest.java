package io.github.facesj.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.TestJvm;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java ends in the midst of calls of a network: it waits for them, and does not crash. */
class EndOfJavaTest {

  @TempDir Path dir;

  @Test
  void theNativeLibraryStaysWholeUntilTheEnd() throws Exception {
    assertThat(OrtNetwork.isKept()).as("ONNX Runtime can be kept").isTrue();
    for (int i = 0; i < 3; i++) {
      Path out = dir.resolve("out" + i + ".txt");
      Process process =
          new ProcessBuilder(
                  TestJvm.command(
                      List.of(
                          "-XX:ErrorFile=" + dir.resolve("crash.log"),
                          "-XX:-CreateCoredumpOnCrash"),
                      EndOfJavaTest.class,
                      String.valueOf(200 + 300 * i)))
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    }
  }

  /** Ends Java after so many milliseconds, while two threads are within calls all the time. */
  public static void main(String[] args) throws Exception {
    ModelStore store = ModelStore.at(Path.of("target", "no-models"));
    OpenModel model = store.open(store.catalogue().get("facesj-detector", Task.DETECTION), 1);
    InputSpec input = model.card().inputs().get(0);
    model.network().run(input.zeros(1, 320, 320));
    for (int i = 0; i < 2; i++) {
      Tensor large = input.zeros(1, 1536, 1536);
      Thread calling =
          new Thread(
              () -> {
                try {
                  while (true) {
                    model.network().run(large);
                  }
                } catch (FacesException e) {
                  return; // Java is ending
                }
              });
      calling.setDaemon(true);
      calling.start();
    }
    Thread.sleep(Long.parseLong(args[0]));
    System.exit(0);
  }
}
