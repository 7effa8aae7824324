package io.github.facesj.fuzz;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One parser for a fuzzer that is guided by coverage, such as Jazzer, which calls the two methods
 * by their names. Needs nothing of it. {@code docs/RELIABILITY.md} has the command.
 */
public final class FuzzHarness {

  /** The parser and the file it reads; set once, before the first input. */
  private record Work(FuzzTarget target, Path file) {}

  private static final AtomicReference<Work> WORK = new AtomicReference<>();

  private FuzzHarness() {}

  /**
   * @param args name of the parser, folder to work in; and "seeds" to write good files into its
   *     corpus
   */
  public static void fuzzerInitialize(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    FuzzTarget target =
        FuzzTargets.all(folder).stream()
            .filter(t -> t.name().equals(args[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no parser " + args[0]));
    Path here = Files.createDirectories(folder.resolve(target.name()));
    for (Map.Entry<String, byte[]> other : target.beside().entrySet()) {
      Files.write(here.resolve(other.getKey()), other.getValue());
    }
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    for (int i = 0; i < target.seeds().size(); i++) {
      Files.write(corpus.resolve("seed-" + i), target.seeds().get(i));
    }
    WORK.set(new Work(target, here.resolve(target.file())));
  }

  /** Reads one input; whatever else than faces or a sentence comes of it is a finding. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    Work work = WORK.get();
    Files.write(work.file(), input);
    try {
      for (Problem problem : work.target().reader().read(work.file()).problems()) {
        requireWords(problem.sentence());
      }
    } catch (FacesException e) {
      requireWords(e.getMessage());
    }
  }

  private static void requireWords(String sentence) {
    if (!FuzzCorpus.isWords(sentence)) {
      throw new AssertionError("no words: " + sentence);
    }
  }
}
