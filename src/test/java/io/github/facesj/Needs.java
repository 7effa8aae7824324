package io.github.facesj;

import io.github.facesj.image.Fonts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What some tests need beside a JDK and Maven. Where it is missing the test is skipped, and the end
 * of the run says so ({@link SkippedTests}); with {@code -Dfacesj.nothing.skipped=true}, as in the
 * project's own check, it fails.
 */
public final class Needs {

  /** System property under which a want is a failure. */
  static final String STRICT = "facesj.nothing.skipped";

  private static final Path SHARED = Path.of(System.getProperty("facesj.shared", "../shared"));

  private Needs() {}

  /**
   * Skips the test where something is not there.
   *
   * @param what words that complete "this test needs ...": the same for all tests that need the
   *     same, because the end of the run counts them together
   */
  public static void that(boolean there, String what) {
    if (!there && Boolean.getBoolean(STRICT)) {
      throw new AssertionError("This test needs " + what + ", and -D" + STRICT + " is set.");
    }
    if (!there) {
      throw new Skipped(Skipped.Kind.NEED, what);
    }
  }

  /** A file or folder of the public models and real photos that the tests tagged "real" need. */
  public static Path shared(String name) {
    Path path = SHARED.resolve(name);
    that(
        Files.exists(path),
        "the models, photos and reference outputs of ../shared (or of -Dfacesj.shared=DIR)");
    return path;
  }

  /** A program of the system. */
  public static String program(String name) {
    Optional<String> found = programs(name).findFirst();
    that(found.isPresent(), "the program " + name);
    return found.orElseThrow();
  }

  /** The first Python of the path that has NumPy and pandas. */
  public static String python() {
    Optional<String> found =
        Stream.concat(programs("python3"), programs("python"))
            .filter(python -> Program.endsWell(python, "-c", "import numpy, pandas"))
            .findFirst();
    that(found.isPresent(), "Python with NumPy and pandas");
    return found.orElseThrow();
  }

  /**
   * The first words of a command that gives the rest a screen of its own.
   *
   * @param size such as {@code 1280x1024}
   */
  public static List<String> screen(String size) {
    Optional<String> found = programs("xvfb-run").findFirst();
    that(found.isPresent(), "a screen (Xvfb)");
    return List.of(found.orElseThrow(), "-a", "-s", "-screen 0 " + size + "x24");
  }

  /** Fonts, for text in pictures: those of the system, by way of fontconfig. */
  public static void fonts() {
    that(Fonts.available(), "fonts (fontconfig)");
  }

  /** For what takes long and is run only when asked for: this is no fault of the machine. */
  public static void asked(String property, String value) {
    if (!value.equals(System.getProperty(property))) {
      throw new Skipped(Skipped.Kind.ASKED, "-D" + property + "=" + value);
    }
  }

  /**
   * For what a test may do on few machines, such as those where it is root: to skip it is no fault
   * of the others.
   *
   * @param what words that complete "to be asked for with ..."
   */
  public static void right(boolean there, String what) {
    if (!there) {
      throw new Skipped(Skipped.Kind.ASKED, what);
    }
  }

  private static Stream<String> programs(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString);
  }
}
