package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.run.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  @Test
  void writesOverItsLineAndKeepsProblems() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ConsoleProgress progress =
        new ConsoleProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    progress.at(0, 3, "a_long_name.jpg");
    progress.at(1, 3, "too soon to be told");
    progress.warn(new Problem("b.jpg", "It is empty."));
    progress.at(3, 3, "c.jpg");
    assertThat(progress.isCanceled()).isFalse();
    progress.endLine();
    String nl = System.lineSeparator();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r0/3 a_long_name.jpg" + nl + "b.jpg: It is empty." + nl + "\r3/3 c.jpg" + nl);
  }
}
