package io.github.facesj;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process of a test's own: the same classes, home, temporary folder and preferences as this
 * one, so that it touches nothing of the user's either.
 */
public final class TestJvm {

  /** What the pom sets for the first process. */
  private static final List<String> INHERITED =
      List.of("user.home", "java.io.tmpdir", "java.util.prefs.PreferencesFactory", "facesj.shared");

  /** A process that lives for seconds starts in half the time without the second compiler. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private TestJvm() {}

  /**
   * A command that runs the {@code main} of a class.
   *
   * @param options for Java, such as {@code -Xmx1g}; they win over what is inherited
   */
  public static List<String> command(List<String> options, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_LIVED);
    INHERITED.stream().map(TestJvm::inherited).forEach(command::addAll);
    command.addAll(options);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(args));
    return command;
  }

  private static List<String> inherited(String property) {
    String value = System.getProperty(property);
    return value == null ? List.of() : List.of("-D" + property + "=" + value);
  }
}
