package io.github.facesj.run;

import java.util.List;
import java.util.Locale;

/**
 * What a run over many photos came to.
 *
 * @param photos photos whose faces are in the result, those without a face included
 * @param faces faces found in them
 * @param problems what could not be done, in the order it happened
 * @param millis wall-clock time
 * @param canceled whether the user stopped the run before its end
 */
public record Report(int photos, int faces, List<Problem> problems, long millis, boolean canceled) {

  public Report {
    problems = List.copyOf(problems);
  }

  /** For a person: {@code 38 photos, 61 faces, 0 problems (2.4 s)}. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s (%.1f s)%s",
        count(photos, "photo"),
        count(faces, "face"),
        count(problems.size(), "problem"),
        millis / 1000.0,
        canceled ? ", stopped before the end" : "");
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
