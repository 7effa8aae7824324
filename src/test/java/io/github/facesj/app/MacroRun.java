package io.github.facesj.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a macro, run by {@link RunMacro} in a process of its own, came to. */
record MacroRun(int exitCode, String out, String err) {

  private static final long MINUTES = 5;

  static MacroRun of(Path macro, String arg) throws IOException, InterruptedException {
    Path out = Files.createTempFile("macro", ".out");
    Path err = Files.createTempFile("macro", ".err");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-classpath",
            System.getProperty("java.class.path"),
            RunMacro.class.getName(),
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
}
