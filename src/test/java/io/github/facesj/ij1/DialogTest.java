package io.github.facesj.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge's dialog in ImageJ with its windows, on a virtual screen. */
class DialogTest {

  @TempDir Path folder;

  @Test
  void asksPreviewsRecordsRemembersComesBackAndUndoes() throws IOException, InterruptedException {
    Needs.fonts();
    List<String> command = new ArrayList<>(Needs.screen("1280x1024"));
    Path out = folder.resolve("out.txt");
    command.addAll(
        TestJvm.command(
            List.of("-Djava.awt.headless=false", "-Duser.home=" + folder), DialogProbe.class));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    assertThat(Files.readString(out))
        .containsSubsequence(
            "models: [small, large]",
            "score: 0.5",
            "previews: null 0.5 0.7",
            "nonsense: OK is off",
            "why: true",
            "callback: min is 31",
            "models after: [small, large, huge]",
            "ran: 0.75 31",
            "recorded: run(\"Every Kind...\", \"score=0.75 minsize=31 overlay=false"
                + " name=[min is 31]\");",
            "made: visible",
            "remembered: 0.75 false",
            "defaults: 0.5 true",
            "recorded defaults: run(\"Every Kind...\");",
            "came back: 7 kept",
            "said: true",
            "then ran: 0.25 kept",
            "recorded once: run(\"Every Kind...\", \"score=0.25 name=kept\");",
            "macro: 0.5  true",
            "canceled: undone");
  }
}
