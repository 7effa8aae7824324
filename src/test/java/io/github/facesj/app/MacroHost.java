package io.github.facesj.app;

import ij.IJ;
import ij.WindowManager;
import ij.plugin.filter.Analyzer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The other side of {@link MacroSession}: four lines in (macro, argument, file for the output, file
 * for the errors), the exit code out.
 */
final class MacroHost {

  private MacroHost() {}

  /**
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    PrintStream errors = System.err;
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String first = requests.readLine(); first != null; first = requests.readLine()) {
      String macro = decoded(first);
      String arg = decoded(requests.readLine());
      int code;
      try (PrintStream out = file(decoded(requests.readLine()));
          PrintStream err = file(decoded(requests.readLine()))) {
        System.setOut(out);
        System.setErr(err);
        code = RunMacro.run(macro, arg);
        Desk.clear();
      } finally {
        System.setOut(answers);
        System.setErr(errors);
      }
      answers.println(code);
    }
    System.exit(0);
  }

  private static PrintStream file(String name) throws IOException {
    return new PrintStream(name, StandardCharsets.UTF_8);
  }

  /** One line without blanks. */
  static String encoded(String word) {
    return Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String line) {
    return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
  }

  /** Apart from the main class, which may not load ImageJ's classes before they are rewritten. */
  private static final class Desk {

    /** What a macro left on the table that the next would take for its own. */
    static void clear() {
      IJ.getErrorMessage();
      WindowManager.setTempCurrentImage(null);
      Analyzer.getResultsTable().reset();
    }
  }
}
