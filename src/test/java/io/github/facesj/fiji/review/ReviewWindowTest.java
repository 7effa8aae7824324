package io.github.facesj.fiji.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window itself, on a virtual screen: what was decided is there when it is opened again. */
class ReviewWindowTest {

  private static final String FIVES = "unnamed, 5 faces; ";

  @TempDir Path folder;

  @Test
  void whatIsDecidedStays() throws Exception {
    boolean xvfb =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, "xvfb-run")));
    assumeTrue(xvfb, "NOT TESTED: the review window, because xvfb-run is not installed.");
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                "xvfb-run",
                "-a",
                "-s",
                "-screen 0 1280x800x24",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=false",
                "-Duser.home=" + folder,
                "-classpath",
                System.getProperty("java.class.path"),
                ReviewProbe.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
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
