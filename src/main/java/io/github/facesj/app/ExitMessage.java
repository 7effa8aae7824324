package io.github.facesj.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Standard output, except that it holds back what a macro says with {@code exit(message)}: ImageJ
 * prints that, having no window, and tells nobody else that the macro gave up.
 */
final class ExitMessage extends PrintStream {

  /** The class of the macro language's built-in functions. */
  static final String MACRO_FUNCTIONS = "ij.macro.Functions";

  private String message;

  ExitMessage(PrintStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(String line) {
    if (comesFromExit()) {
      message = line;
    } else {
      super.println(line);
    }
  }

  Optional<String> message() {
    return Optional.ofNullable(message);
  }

  private static boolean comesFromExit() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        frame.getClassName().equals(MACRO_FUNCTIONS)
                            && frame.getMethodName().equals("exit")));
  }
}
