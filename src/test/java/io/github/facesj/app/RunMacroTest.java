package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit code and the sentence of a macro without a screen. */
class RunMacroTest {

  @TempDir Path folder;

  private Path file(String macro) throws IOException {
    return Files.writeString(folder.resolve("a macro.ijm"), macro, StandardCharsets.UTF_8);
  }

  private MacroRun run(String macro) throws IOException {
    return MacroRun.of(file(macro), "");
  }

  @Test
  void theArgumentArrivesAsItWasGiven() throws Exception {
    String arg = "image=a.jpg output=[my folder/of [2026]] score=0.5";
    MacroRun run = MacroRun.alone(file("print('<' + getArgument() + '>');"), arg);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("<" + arg + ">");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aMacroMayEndEarlyOfItsOwnWill() throws Exception {
    MacroRun run = run("print('one'); exit(); print('two');");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("one").doesNotContain("two");
  }

  @Test
  void aMacroThatGivesUpFailsWithItsSentence() throws Exception {
    MacroRun run = MacroRun.alone(file("exit('Give image=FILE.');"), "");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEqualToIgnoringNewLines("Give image=FILE.");
  }

  @Test
  void anUnknownCommandFails() throws Exception {
    MacroRun run = run("run('Find Feces...', ''); print('went on');");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Unrecognized command: \"Find Feces...\"");
    assertThat(run.out()).doesNotContain("went on");
  }

  @Test
  void anErrorOfTheLanguageFails() throws Exception {
    MacroRun run = run("a = noSuchFunction(1);");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Undefined identifier");
  }

  @Test
  void anErrorThatImageJOnlyShowsFailsToo() throws Exception {
    MacroRun run = run("open('/no/such/photo.jpg');");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("/no/such/photo.jpg");
  }

  @Test
  void aMissingMacroFails() throws Exception {
    MacroRun run = MacroRun.alone(folder.resolve("none.ijm"), "");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("none.ijm could not be read");
  }
}
