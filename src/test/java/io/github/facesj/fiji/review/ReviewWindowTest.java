package io.github.facesj.fiji.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.TestJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window itself, on a virtual screen: what was decided is there when it is opened again. */
class ReviewWindowTest {

  private static final String FIVES = "unnamed, 5 faces; ";

  @TempDir Path folder;

  @Test
  void whatIsDecidedStays() throws Exception {
    Needs.fonts();
    List<String> command = new ArrayList<>(Needs.screen("1280x800"));
    Path out = folder.resolve("out.txt");
    command.addAll(
        TestJvm.command(
            List.of("-Djava.awt.headless=false", "-Duser.home=" + folder),
            ReviewProbe.class,
            folder.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    assertThat(Files.readString(out))
        .containsSubsequence(
            "opened: " + FIVES.repeat(5) + "unnamed, 3 faces; unnamed, 2 faces",
            "second: The archive FILE is being written by another command or program.",
            "merged: " + FIVES + "Bo, 5 faces; ",
            "split: ",
            "rejected: Bo, 5 faces; " + FIVES.repeat(3) + "unnamed, 4 faces; ",
            "taken back: " + FIVES + "Bo, 5 faces; ",
            "strangers: ignored stranger, ",
            "left: ",
            "as left: true");
  }
}
