package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every macro call of the README, run as it stands there. */
class ReadmeMacrosTest {

  private static final Pattern CALL =
      Pattern.compile("exec:exec@macro -Dmacro=(\\S+) -Darg=\"([^\"]+)\"");

  @Test
  void everyMacroCallOfTheReadmeWorks() throws Exception {
    List<MatchResult> calls =
        CALL.matcher(Files.readString(Path.of("README.md"))).results().toList();
    assertThat(calls).hasSizeGreaterThanOrEqualTo(2);
    for (MatchResult call : calls) {
      MacroRun run = MacroRun.of(Path.of(call.group(1)), call.group(2));
      assertThat(run.exitCode()).as(call.group() + " " + run).isZero();
    }
  }
}
