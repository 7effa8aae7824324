package io.github.facesj;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last lines of {@code mvn verify}: how many tests were skipped, and why. */
public final class SkippedReport {

  private SkippedReport() {}

  /**
   * @param args the folder with the notes of {@link SkippedTests}; and {@code true} where nothing
   *     may be skipped: then the exit code says whether something was
   */
  public static void main(String[] args) throws IOException {
    List<String> notes = new ArrayList<>();
    Path folder = Path.of(args[0]);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          notes.addAll(Files.readAllLines(file));
        }
      }
    }
    lines(notes).forEach(System.out::println);
    boolean strict = args.length > 1 && Boolean.parseBoolean(args[1]);
    if (strict && !isComplete(notes)) {
      System.out.println("No test may be skipped here (-Dfacesj.nothing.skipped=true).");
      System.exit(1);
    }
  }

  /** Whether everything was run that is run without being asked for. */
  static boolean isComplete(List<String> notes) {
    return notes.stream().allMatch(note -> note.startsWith(Skipped.Kind.ASKED.name()));
  }

  /** One sentence for each reason, in order. */
  static List<String> lines(List<String> notes) {
    Map<String, Long> counts =
        notes.stream()
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    List<String> lines = new ArrayList<>();
    counts.forEach((note, count) -> lines.add(sentence(note, count)));
    return lines;
  }

  private static String sentence(String note, long count) {
    String reason = note.substring(note.indexOf('\t') + 1);
    String tests = count == 1 ? "1 test" : count + " tests";
    return switch (Skipped.Kind.valueOf(note.substring(0, note.indexOf('\t')))) {
      case NEED ->
          String.format(
              Locale.ROOT, "Skipped: %s %s %s.", tests, count == 1 ? "needs" : "need", reason);
      case ASKED ->
          String.format(Locale.ROOT, "Left out: %s, to be asked for with %s.", tests, reason);
      case OTHER -> String.format(Locale.ROOT, "Skipped: %s, because: %s", tests, reason);
    };
  }
}
