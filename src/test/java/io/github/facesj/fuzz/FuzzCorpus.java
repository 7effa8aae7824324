package io.github.facesj.fuzz;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Reads broken files of every kind, and counts what comes of it: faces or a sentence, and nothing
 * else. {@code mvn -q test-compile exec:exec@fuzz} runs all; a part of them is a test.
 */
public final class FuzzCorpus {

  private static final int SECONDS = 10;

  /** What a sentence must not have: what cannot be seen, and names for programmers. */
  private static final Pattern NOT_WORDS =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\ufffd]|(?<!\")\\bnull\\b|\\b(?:[a-z]+[.]){2,}[A-Z]|\\b[A-Z]\\w+(?:Exception|Error)\\b");

  private final Path folder;
  private final PrintStream out;
  private ExecutorService worker = worker();

  FuzzCorpus(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  private static ExecutorService worker() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "reader of broken files");
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * @param args folder for the files, mutants of each kind of picture, mutants of each other kind,
   *     and perhaps the beginning of the kind's name
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int pictures = Integer.parseInt(args[1]);
    int others = Integer.parseInt(args[2]);
    String begin = args.length > 3 ? args[3] : "";
    FuzzCorpus corpus = new FuzzCorpus(folder, System.out);
    System.out.println(Tally.HEAD);
    int failures = 0;
    for (FuzzTarget target : FuzzTargets.all(folder)) {
      if (target.name().startsWith(begin)) {
        Tally tally = corpus.run(target, target.picture() ? pictures : others);
        System.out.println(tally.row());
        failures += tally.failures();
      }
    }
    System.exit(failures == 0 ? 0 : 1);
  }

  /** Reads the first good file of a parser. */
  FuzzTarget.Read readGood(FuzzTarget target) throws IOException, FacesException {
    return target.reader().read(Files.write(place(target), target.seeds().get(0)));
  }

  /** Where a parser's file is put, with the others that belong to it beside. */
  private Path place(FuzzTarget target) throws IOException {
    Path here = Files.createDirectories(folder.resolve(target.name()));
    for (Map.Entry<String, byte[]> other : target.beside().entrySet()) {
      Files.write(here.resolve(other.getKey()), other.getValue());
    }
    return here.resolve(target.file());
  }

  /** Reads so many mutants, in turn of all seeds. */
  Tally run(FuzzTarget target, int mutants) throws IOException {
    Path file = place(target);
    Tally tally = new Tally(target.name());
    for (int i = 0; i < mutants; i++) {
      byte[] seed = target.seeds().get(i % target.seeds().size());
      Files.write(file, Mutator.mutant(seed, 1_000_003L * i + target.name().hashCode()));
      look(target, file, tally, i);
    }
    return tally;
  }

  private void look(FuzzTarget target, Path file, Tally tally, int number) throws IOException {
    long start = System.nanoTime();
    Future<FuzzTarget.Read> reading = worker.submit(() -> target.reader().read(file));
    try {
      FuzzTarget.Read read = reading.get(SECONDS, TimeUnit.SECONDS);
      boolean words = read.problems().stream().map(Problem::sentence).allMatch(FuzzCorpus::isWords);
      if (words) {
        tally.read(read.faces());
      } else {
        tally.words();
        keep(target, file, number, read.problems().toString());
      }
    } catch (ExecutionException e) {
      failed(target, file, tally, number, e.getCause());
    } catch (TimeoutException e) {
      tally.hang();
      keep(target, file, number, "takes more than " + SECONDS + " s");
      reading.cancel(true);
      worker = worker(); // the old one may never end
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tally.took(System.nanoTime() - start);
  }

  private void failed(FuzzTarget target, Path file, Tally tally, int number, Throwable cause)
      throws IOException {
    if (cause instanceof FacesException e && isWords(e.getMessage())) {
      tally.sentence();
      return;
    }
    if (cause instanceof FacesException) {
      tally.words();
    } else if (cause instanceof OutOfMemoryError) {
      tally.memory();
    } else {
      tally.exception();
    }
    keep(target, file, number, cause.toString());
    for (int i = 0; i < 8 && i < cause.getStackTrace().length; i++) {
      out.println("    at " + cause.getStackTrace()[i]);
    }
  }

  static boolean isWords(String sentence) {
    return sentence.endsWith(".") && !NOT_WORDS.matcher(sentence).find();
  }

  private void keep(FuzzTarget target, Path file, int number, String why) throws IOException {
    Path kept = folder.resolve(target.name() + "-" + number + "-" + target.file());
    Files.write(kept, Files.readAllBytes(file));
    out.println("  " + kept + ": " + why);
  }
}
