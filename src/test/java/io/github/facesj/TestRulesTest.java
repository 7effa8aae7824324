package io.github.facesj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What keeps the tests away from the user's files, and their end honest, is used by all of them.
 */
class TestRulesTest {

  private static final Path SOURCES = Path.of("src", "test", "java");

  private static List<String> sources(Predicate<String> text) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getFileName().toString().equals("TestRulesTest.java"))
          .filter(file -> !file.toString().contains("benchmark"))
          .filter(file -> text.test(read(file)))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyJavaThatATestStartsHasTheHomeOfTheTests() throws IOException {
    assertThat(sources(text -> text.contains("\"java.home\""))).containsExactly("TestJvm.java");
  }

  @Test
  void everyWantIsCountedByItsReason() throws IOException {
    assertThat(sources(text -> text.contains("org.junit.jupiter.api.Assumptions"))).isEmpty();
  }

  /** So that the suite can be run under every locale ({@code -Duser.language=fa}). */
  @Test
  void textsHaveALocaleInTestsToo() throws IOException {
    assertThat(
            sources(
                text ->
                    text.contains(".formatted(")
                        || text.contains("String.format(\"")
                        || text.contains(".toLowerCase()")
                        || text.contains(".toUpperCase()")))
        .isEmpty();
  }

  /** Where the pom has set them, as in Maven's run; another runner has the user's own. */
  @Test
  void thisProcessHasAHomeOfTheTestsToo() {
    if (System.getProperty(SkippedTests.FOLDER) != null) {
      Path machine = Path.of("target", "machine").toAbsolutePath();
      assertThat(Path.of(System.getProperty("user.home"))).isEqualTo(machine.resolve("home"));
      assertThat(Path.of(System.getProperty("java.io.tmpdir"))).isEqualTo(machine.resolve("tmp"));
      assertThat(java.util.prefs.Preferences.userRoot()).isInstanceOf(MemoryPreferences.class);
    }
  }
}
