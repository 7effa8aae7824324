package io.github.facesj.run;

import java.util.List;
import java.util.Locale;

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
 */
public record Report(
    int photos,
    int faces,
    int failures,
    List<Problem> problems,
    long millis,
    boolean canceled,
    String remark) {

  public Report {
    problems = List.copyOf(problems);
  }

  public Report(int photos, int faces, List<Problem> problems, long millis, boolean canceled) {
    this(photos, faces, problems.size(), problems, millis, canceled, "");
  }

  /** The same with something more to say. */
  public Report withRemark(String sentence) {
    return new Report(photos, faces, failures, problems, millis, canceled, sentence);
  }

  /** For a person: {@code 38 photos, 61 faces, 0 problems (2.4 s)}. */
  public String summary() {
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
