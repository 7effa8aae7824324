package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.TestJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Esc and Cancel in plain ImageJ with its windows, on a virtual screen. */
class StopTest {

  private static final int PHOTOS = 200;

  @TempDir Path dir;

  @Test
  void escapeAndCancelStopARunAndKeepWhatIsDone() throws Exception {
    Path photos = Files.createDirectories(dir.resolve("photos"));
    for (int i = 0; i < PHOTOS; i++) {
      Files.copy(
          Sample.path(Sample.GROUP), photos.resolve(String.format(Locale.ROOT, "%03d.jpg", i)));
    }
    List<String> command = new ArrayList<>(Needs.screen("1280x1024"));
    command.addAll(
        TestJvm.command(
            List.of("-Djava.awt.headless=false", "-Duser.home=" + dir, "-Xmx1g"),
            StopProbe.class,
            photos.toString()));
    Path out = dir.resolve("out.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    boolean ended = process.waitFor(4, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as(Files.readString(out)).isTrue();
    assertThat(Files.readString(out))
        .containsSubsequence(
            "escape window: Optional[Detect in Folder]",
            "a text field stops nothing",
            "escape within seconds: true",
            "escape window after: false",
            "escape kept some: yes",
            "cancel window: Optional[Detect in Folder]",
            "cancel within seconds: true",
            "cancel window after: false",
            "cancel kept some: yes",
            "batch window: false, running: true");
  }
}
