package io.github.facesj.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run over many photos came to.
 *
 * @param photos photos whose faces are in the result, those without a face included
 * @param faces faces found in them
 * @param failures how many problems there were
 * @param problems what could not be done, in the order it happened; of very many the first
 * @param millis wall-clock time
 * @param canceled whether the user stopped the run before its end
 * @param remark more for the user, in a sentence, or empty
 * @param files what became of each file of the folder, if it was one
 */
public record Report(
    int photos,
    int faces,
    int failures,
    List<Problem> problems,
    long millis,
    boolean canceled,
    String remark,
    Optional<FileTally> files) {

  public Report {
    problems = List.copyOf(problems);
  }

  public Report(int photos, int faces, List<Problem> problems, long millis, boolean canceled) {
    this(photos, faces, problems.size(), problems, millis, canceled, "", Optional.empty());
  }

  /** The same with something more to say. */
  public Report withRemark(String sentence) {
    return new Report(photos, faces, failures, problems, millis, canceled, sentence, files);
  }

  /** The same of a folder with these files. */
  public Report withFiles(FileTally tally) {
    return new Report(
        photos, faces, failures, problems, millis, canceled, remark, Optional.of(tally));
  }

  /** For a person: {@link #line()}, and below it what became of the files. */
  public String summary() {
    return summary("");
  }

  /** The same with something more at the end of the line. */
  public String summary(String more) {
    return line() + more + files.map(tally -> "\n" + tally.table()).orElse("");
  }

  /** For a person: {@code 38 photos, 61 faces, 0 problems (2.4 s)}. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s (%.1f s)%s%s",
        count(photos, "photo"),
        count(faces, "face"),
        count(failures, "problem"),
        millis / 1000.0,
        canceled ? ", stopped before the end" : "",
        remark.isEmpty() ? "" : ". " + remark);
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
