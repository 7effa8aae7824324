package io.github.facesj.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.TestJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are the same text in every locale. */
class PathTextTest {

  private static final List<String> NAMES =
      List.of("a.jpg", "müller.jpg", "写真 %41.jpg", "é?#[x].jpg", "\ud83d\ude00.jpg");

  @TempDir Path dir;

  /** Run in a process of its own: names of a folder as text, and back. */
  public static final class Names {

    private Names() {}

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      List<String> lines = new ArrayList<>();
      try (Stream<Path> all = Files.list(folder)) {
        for (Path path : all.toList()) {
          String text = PathText.of(path);
          String name = PathText.of(path.getFileName());
          boolean same =
              PathText.isText(path)
                  && Files.isSameFile(PathText.of(text), path)
                  && Files.isSameFile(PathText.resolve(folder, name), path)
                  && text.equals(PathText.of(folder) + "/" + name);
          lines.add(name + " " + same);
        }
      }
      Files.write(Path.of(args[1]), new TreeSet<>(lines), StandardCharsets.UTF_8);
    }
  }

  private static List<String> in(String locale, Path folder, Path out) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            TestJvm.command(List.of("-Xmx256m"), Names.class, folder.toString(), out.toString()));
    builder.environment().put("LC_ALL", locale);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return Files.readAllLines(out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
  @EnabledOnOs(OS.LINUX)
  void namesAreTheSameInEveryLocale(String locale) throws Exception {
    Path folder = Files.createDirectory(dir.resolve("photos"));
    for (String name : NAMES) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(in(locale, folder, dir.resolve("names.txt")))
        .containsExactlyInAnyOrderElementsOf(NAMES.stream().map(n -> n + " true").toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "C.UTF-8"})
  @EnabledOnOs(OS.LINUX)
  void bytesThatAreNoTextAreToldApart(String locale) throws Exception {
    Path folder = Files.createDirectory(dir.resolve("photos"));
    for (String bytes : List.of("caf\\351.jpg", "caf\\350.jpg")) {
      String made = "touch \"$(printf '" + bytes + "')\"";
      Process process =
          new ProcessBuilder("sh", "-c", made).directory(folder.toFile()).inheritIO().start();
      assertThat(process.waitFor()).isZero();
    }
    assertThat(in(locale, folder, dir.resolve("names.txt")))
        .containsExactly("caf\\xE8.jpg false", "caf\\xE9.jpg false");
  }

  @Test
  void ordinaryPathsAreAsJavaWritesThem() {
    for (String text : List.of("a/b.jpg", "/a/b.jpg", "", ".", "müller")) {
      assertThat(PathText.of(Path.of(text))).isEqualTo(Path.of(text).toString());
      assertThat(PathText.of(text)).isEqualTo(Path.of(text));
      assertThat(PathText.isText(Path.of(text))).isTrue();
    }
  }
}
