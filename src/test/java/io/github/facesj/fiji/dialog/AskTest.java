package io.github.facesj.fiji.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.TestJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dialog of a command in a SciJava context with a screen, as Fiji has one. */
class AskTest {

  @TempDir Path folder;

  /** What the main class prints that plays a person on a screen of its own. */
  private String play(Class<?> person, String... args) throws Exception {
    Needs.fonts();
    List<String> command = new ArrayList<>(Needs.screen("1280x800"));
    command.addAll(
        TestJvm.command(
            List.of(
                "-Djava.awt.headless=false",
                "-Duser.home=" + folder,
                "-Dfacesj.models=" + folder.resolve("models")),
            person,
            args));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    return Files.readString(out);
  }

  @Test
  void aPersonIsAskedAndAScriptNever() throws Exception {
    assertThat(play(AskProbe.class, Sample.path(Sample.GROUP).toString()))
        .containsSubsequence(
            "asks: true true",
            "came back: /nowhere/a.jpg",
            "said: true",
            "opened: " + Sample.path(Sample.GROUP).getFileName(),
            "remembered: true",
            "recent: true",
            "canceled: true []",
            "script: No photo was chosen. Give the path of a file.",
            "windows: 0");
  }

  /**
   * Without network nothing is fetched here; {@code DownloadTest} fetches from a server of its own.
   */
  @Test
  void keysAnswerAndAnAbsentModelIsOffered() throws Exception {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    Files.copy(Sample.path(Sample.GROUP), photos.resolve("a.jpg"));
    String archive = folder.resolve("people.facesj").toString();
    assertThat(play(KeysProbe.class, photos.toString(), archive))
        .containsSubsequence(
            "escape: true",
            "typed: true",
            "declined: FacesJ embedder, part of FacesJ",
            "stays: true",
            "enter: false ");
    assertThat(Path.of(archive)).exists();
  }
}
