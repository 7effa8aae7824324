package io.github.facesj.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge's dialog in ImageJ with its windows, on a virtual screen. */
class DialogTest {

  @TempDir Path folder;

  @Test
  void asksPreviewsRecordsAndUndoes() throws IOException, InterruptedException {
    boolean xvfb =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, "xvfb-run")));
    assumeTrue(xvfb, "NOT TESTED: the dialog of the bridge, because xvfb-run is not installed.");
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                "xvfb-run",
                "-a",
                "-s",
                "-screen 0 1280x1024x24",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=false",
                "-Duser.home=" + folder, // a home of its own, without the preferences of anybody
                "-classpath",
                System.getProperty("java.class.path"),
                DialogProbe.class.getName(),
                folder.resolve("dialog.png").toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    assertThat(Files.readString(out))
        .containsSubsequence(
            "models: [small, large]",
            "score: 0.5",
            "previews: null 0.5 0.7",
            "nonsense: OK is off",
            "callback: min is 31",
            "models after: [small, large, huge]",
            "ran: 0.75 31",
            "recorded: run(\"Every Kind...\", \"model=small score=0.75 minsize=31 flip=false"
                + " overlay=false square=NONE kind=one name=[min is 31] input= output=\");",
            "made: true",
            "canceled: undone");
  }
}
