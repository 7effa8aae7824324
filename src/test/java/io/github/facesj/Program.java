package io.github.facesj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Programs of others, which read what FacesJ wrote. */
public final class Program {

  private Program() {}

  /** A program of the system; the test is skipped where there is none. */
  public static String find(String name) {
    return Needs.program(name);
  }

  /** A Python with NumPy and pandas; the test is skipped where there is none. */
  public static String python() {
    return Needs.python();
  }

  static boolean endsWell(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // it is no program of this machine
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
