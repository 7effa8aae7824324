package io.github.facesj.app;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.imagej.patcher.LegacyInjector;

/**
 * Runs an ImageJ macro without a screen: {@code mvn exec:exec@macro -Dmacro=FILE -Darg="..."}. The
 * exit code is 0 only where the macro came to its end; otherwise a sentence on the error stream
 * says why not.
 */
public final class RunMacro {

  private RunMacro() {}

  /**
   * @param args the macro's file, and the text its {@code getArgument()} returns
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** The exit code. */
  static int run(String... args) {
    Optional<String> problem = Optional.of("No macro was named. Add -Dmacro=FILE.");
    if (args.length > 0 && !args[0].isBlank()) {
      System.setProperty("java.awt.headless", "true");
      LegacyInjector.preinit(); // rewrites ImageJ's classes, so before any of them is touched
      problem = Macros.run(Path.of(args[0]), args.length > 1 ? args[1] : "");
    }
    problem.ifPresent(System.err::println);
    return problem.isPresent() ? 1 : 0;
  }

  /** Apart from the main class, which may not load ImageJ's classes before they are rewritten. */
  private static final class Macros {

    /** The sentence that says why the macro did not come to its end. */
    static Optional<String> run(Path file, String arg) {
      String macro;
      try {
        macro = Files.readString(file);
        IJ.runPlugIn("ij.IJ.init", "");
        MenuEntries.install();
      } catch (IOException e) {
        return Optional.of("The macro " + file + " could not be read: " + e + ".");
      }
      Interpreter interpreter = new Interpreter();
      PrintStream out = System.out;
      ExitMessage exit = new ExitMessage(out);
      System.setOut(exit);
      try {
        interpreter.run(macro, arg);
      } catch (RuntimeException e) {
        if (!Macro.MACRO_CANCELED.equals(e.getMessage())) {
          return Optional.of("The macro " + file + " broke: " + e + ".");
        }
        if (exit.message().isPresent() || isExit(e)) {
          return exit.message(); // exit() without a message is the macro's own end
        }
        return Optional.of(error(interpreter).orElse("The macro " + file + " was aborted."));
      } finally {
        System.setOut(out);
      }
      return error(interpreter);
    }

    /** The last error of the macro, or one that ImageJ showed without stopping it. */
    private static Optional<String> error(Interpreter interpreter) {
      String shown = IJ.getErrorMessage();
      return interpreter.wasError()
          ? Optional.of(String.valueOf(interpreter.getErrorMessage()))
          : Optional.ofNullable(shown);
    }

    private static boolean isExit(RuntimeException canceled) {
      StackTraceElement thrower = canceled.getStackTrace()[0];
      return thrower.getClassName().equals(ExitMessage.MACRO_FUNCTIONS)
          && thrower.getMethodName().equals("exit");
    }
  }
}
