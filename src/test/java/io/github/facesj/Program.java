package io.github.facesj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of others, which read what FacesJ wrote. */
public final class Program {

  private Program() {}

  /** A program of the system; the test is skipped where there is none. */
  public static String find(String name) {
    List<Path> places =
        Arrays.stream(System.getenv("PATH").split(":")).map(dir -> Path.of(dir, name)).toList();
    Path found = places.stream().filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(found != null, "SKIPPED: there is no program " + name);
    return found.toString();
  }

  /** The Python of Debian with NumPy and pandas; the test is skipped where there is none. */
  public static String python() throws Exception {
    Path python = Path.of("/usr/bin/python3");
    boolean there = Files.isExecutable(python) && exit(python + "", "-c", "import numpy, pandas");
    assumeTrue(there, "SKIPPED: there is no /usr/bin/python3 with NumPy and pandas");
    return python.toString();
  }

  private static boolean exit(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  /** What a program prints; it must end well. */
  public static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }
}
