package io.github.facesj.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.TestJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No order of opening, running, forgetting and ending frees a network under a running call, or
 * changes a number. {@code -Dfacesj.stress=1000000} is the long way.
 */
class ModelStressTest {

  private static final int STEPS = Integer.getInteger("facesj.stress", 10_000);

  @TempDir Path dir;

  @Test
  void nothingIsFreedUnderAnybody() throws Exception {
    Path output = dir.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                TestJvm.command(
                    List.of(
                        "-Xmx512m",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + dir.resolve("crash.log"),
                        "-Djava.awt.headless=true"),
                    ModelStress.class,
                    String.valueOf(STEPS),
                    "8",
                    "1"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(2 + STEPS / 5000, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("an end; so far: " + Files.readString(output)).isTrue();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output)).contains("STRESS").doesNotContain("STRESS 0 runs");
  }
}
