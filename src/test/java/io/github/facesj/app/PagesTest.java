package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.image.Fonts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every macro call, macro, Java and Python of README and docs, run as it stands there. */
class PagesTest {

  private static final Pattern CALL =
      Pattern.compile("exec:exec@macro -Dmacro=(\\S+) -Darg=\"([^\"]+)\"");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** Photos that users do not have: a page of figures says what they were measured on. */
  private static final Pattern SHARED = Pattern.compile("[.][.]/shared/(\\S+)");

  private static final Path RESULTS = Path.of("target", "guides");

  @BeforeAll
  static void makeTheFolderThatThePagesWriteInto() throws Exception {
    removeIt();
    Files.createDirectories(RESULTS);
  }

  @AfterAll
  static void removeIt() throws Exception {
    if (Files.exists(RESULTS)) {
      try (Stream<Path> files = Files.walk(RESULTS)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** In the order of each page: Python reads what the macros before it wrote. */
  @TestFactory
  Stream<DynamicTest> everyPageDoesWhatItSays() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    Set<Path> called = new TreeSet<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      String macro =
          BLOCK
              .matcher(text)
              .results()
              .filter(b -> b.group(1).equals("ijm"))
              .map(b -> b.group(2))
              .collect(Collectors.joining("\n"));
      if (!macro.isEmpty()) {
        tests.add(DynamicTest.dynamicTest(page + " macros", () -> runMacro(page, macro)));
      }
      for (MatchResult call : CALL.matcher(text).results().toList()) {
        Path shipped = Path.of(call.group(1));
        boolean first = called.add(shipped);
        tests.add(
            DynamicTest.dynamicTest(
                page + " " + call.group(), () -> run(shipped, call.group(2), first)));
      }
      for (MatchResult block : BLOCK.matcher(text).results().toList()) {
        switch (block.group(1)) {
          case "java" ->
              tests.add(DynamicTest.dynamicTest(page + " Java", () -> runJava(block.group(2))));
          case "python" ->
              tests.add(DynamicTest.dynamicTest(page + " Python", () -> runPython(block.group(2))));
          default -> {
            // macros were run together; other blocks show text
          }
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(10);
    assertThat(called).containsExactlyElementsOf(shipped());
    return tests.stream();
  }

  private static List<Path> pages() throws Exception {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static void runMacro(Path page, String macro) throws Exception {
    Path file = RESULTS.resolve(page.getFileName() + ".ijm");
    Files.writeString(file, macro);
    check(page, MacroRun.of(file, ""));
  }

  private static void check(Path what, MacroRun run) {
    if (run.err().contains(Fonts.NONE)) {
      Needs.fonts(); // for a plot or a contact sheet
    }
    assertThat(run.exitCode()).as(what + " " + run).isZero();
  }

  private static List<Path> shipped() throws Exception {
    try (Stream<Path> macros = Files.list(Path.of("macros"))) {
      return macros.filter(file -> file.toString().endsWith(".ijm")).sorted().toList();
    }
  }

  /** For the first time with all that Maven's command does, in a process of its own. */
  private static void run(Path macro, String arg, boolean first) throws Exception {
    Matcher shared = SHARED.matcher(arg);
    if (shared.find()) {
      Needs.shared(shared.group(1));
    }
    MacroRun run = first ? MacroRun.alone(macro, arg) : MacroRun.of(macro, arg);
    check(macro, run);
  }

  private static void runJava(String code) {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      String left = code;
      while (!left.isBlank()) {
        SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(left);
        for (SnippetEvent event : shell.eval(next.source())) {
          assertThat(event.status()).as(event.toString()).isEqualTo(Snippet.Status.VALID);
          assertThat(event.exception()).as(event.toString()).isNull();
        }
        left = next.remaining();
      }
    }
  }

  private static void runPython(String code) throws Exception {
    String python = Needs.python();
    Path out = Files.createTempFile("python", ".out");
    Process process =
        new ProcessBuilder(python, "-c", code)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    Files.delete(out);
  }
}
