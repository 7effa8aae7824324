package io.github.facesj.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of each file of a folder: the counts add up to the files that were there.
 *
 * @param used files that are in the result
 * @param problems files that could not be used, or not wholly; each is told by itself
 * @param left files that were not reached, because the run was stopped
 * @param passedOver files that the run did not look at, by reason
 */
public record FileTally(int used, int problems, int left, List<PassedOver> passedOver) {

  public FileTally {
    passedOver = List.copyOf(passedOver);
  }

  /** All files that were there. */
  public long files() {
    return used + problems + left + over();
  }

  private long over() {
    return passedOver.stream().mapToLong(PassedOver::files).sum();
  }

  /** For a person: one line with the counts, and one for each reason to pass files over. */
  public String table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Files: %d used, %d passed over, %d with a problem%s; %d in all",
            used,
            over(),
            problems,
            left == 0 ? "" : ", " + left + " not reached",
            files()));
    passedOver.forEach(p -> lines.add("Passed over: " + p));
    return String.join("\n", lines);
  }
}
