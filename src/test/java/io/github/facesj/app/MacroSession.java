package io.github.facesj.app;

import io.github.facesj.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process for all macros of the tests in this one: Java, ImageJ, SciJava and the networks start
 * once. It ends with its input, that is, with this process.
 */
final class MacroSession {

  private static final long MINUTES = 5;

  private static MacroSession running;

  private final Process process;
  private final PrintStream requests;
  private final BufferedReader answers;

  private MacroSession() throws IOException {
    process =
        new ProcessBuilder(
                TestJvm.command(
                    List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"), MacroHost.class))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static synchronized MacroRun run(Path macro, String arg) throws IOException {
    if (running == null || !running.process.isAlive()) {
      running = new MacroSession();
    }
    Path out = Files.createTempFile("macro", ".out");
    Path err = Files.createTempFile("macro", ".err");
    try {
      List.of(macro.toString(), arg, out.toString(), err.toString())
          .forEach(word -> running.requests.println(MacroHost.encoded(word)));
      int code = running.answer(macro);
      return new MacroRun(code, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private int answer(Path macro) throws IOException {
    try {
      return Integer.parseInt(
          CompletableFuture.supplyAsync(this::line).get(MINUTES, TimeUnit.MINUTES));
    } catch (TimeoutException | ExecutionException | InterruptedException e) {
      process.destroyForcibly();
      throw new IOException(macro + " came to no end.", e);
    }
  }

  private String line() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("The process of the macros ended.");
      }
      return line;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
