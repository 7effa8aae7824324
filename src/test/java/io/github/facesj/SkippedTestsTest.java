package io.github.facesj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Every test that is skipped is counted, with its reason, in whatever way it is skipped. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SkippedTestsTest {

  /** Not run but by the test below. */
  static class Wanting {

    @Test
    void isThere() {
      Needs.that(true, "air");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void needsMusic(int number) {
      Needs.that(number == 0, "music");
    }

    @TestFactory
    Stream<DynamicTest> needsMusicToo() {
      return Stream.of(DynamicTest.dynamicTest("dynamic", () -> Needs.that(false, "music")));
    }

    @Test
    void isForThoseWhoAsk() {
      Needs.asked("facesj.music", "all");
    }

    @Test
    @Disabled("it is broken")
    void isSwitchedOff() {}
  }

  /** A class that is given up before its tests. */
  static class WantingAsAWhole {

    @BeforeAll
    static void need() {
      Needs.that(false, "a band");
    }

    @Test
    void one() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void some(int number) {}
  }

  @TempDir Path folder;

  private List<String> skipped() throws Exception {
    String before = System.getProperty(SkippedTests.FOLDER);
    System.setProperty(SkippedTests.FOLDER, folder.toString());
    try {
      LauncherFactory.create(
              LauncherConfig.builder()
                  .enableTestExecutionListenerAutoRegistration(false)
                  .addTestExecutionListeners(new SkippedTests())
                  .build())
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectClass(Wanting.class), selectClass(WantingAsAWhole.class))
                  .build());
    } finally {
      if (before == null) {
        System.clearProperty(SkippedTests.FOLDER);
      } else {
        System.setProperty(SkippedTests.FOLDER, before);
      }
    }
    List<String> notes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        notes.addAll(Files.readAllLines(file));
      }
    }
    return notes;
  }

  @Test
  void everyReasonHasALineWithTheNumberOfItsTests() throws Exception {
    String strict = System.getProperty(Needs.STRICT);
    System.clearProperty(Needs.STRICT);
    try {
      List<String> notes = skipped();
      assertThat(SkippedReport.lines(notes))
          .containsExactly(
              "Left out: 1 test, to be asked for with -Dfacesj.music=all.",
              "Skipped: 2 tests need a band.",
              "Skipped: 3 tests need music.",
              "Skipped: 1 test, because: it is broken");
      assertThat(SkippedReport.isComplete(notes)).isFalse();
      assertThat(SkippedReport.isComplete(List.of(notes.get(0).replaceAll("^\\w+", "ASKED"))))
          .isTrue();
    } finally {
      if (strict != null) {
        System.setProperty(Needs.STRICT, strict);
      }
    }
  }

  @Test
  void whereNothingMayBeSkippedAWantIsAFailure() {
    String strict = System.getProperty(Needs.STRICT, "false");
    System.setProperty(Needs.STRICT, "true");
    try {
      assertThatThrownBy(() -> Needs.that(false, "music"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("music");
    } finally {
      System.setProperty(Needs.STRICT, strict);
    }
  }
}
