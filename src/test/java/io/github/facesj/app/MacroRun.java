package io.github.facesj.app;

import io.github.facesj.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a macro, run by {@link RunMacro} in another process, came to. */
record MacroRun(int exitCode, String out, String err) {

  private static final long MINUTES = 5;

  /** In a process of its own, as a user's command line runs it. */
  static MacroRun alone(Path macro, String arg) throws IOException, InterruptedException {
    Path out = Files.createTempFile("macro", ".out");
    Path err = Files.createTempFile("macro", ".err");
    List<String> command =
        TestJvm.command(
            List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"),
            RunMacro.class,
            macro.toString(),
            arg);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(macro + " did not end within " + MINUTES + " minutes.");
      }
      return new MacroRun(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** In a process that has run others before, as a user's ImageJ has. */
  static MacroRun of(Path macro, String arg) throws IOException {
    return MacroSession.run(macro, arg);
  }
}
