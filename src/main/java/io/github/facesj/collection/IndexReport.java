package io.github.facesj.collection;

import io.github.facesj.run.FileTally;
import io.github.facesj.run.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the indexing of a folder came to.
 *
 * @param added photos that were new
 * @param changed photos whose content had changed
 * @param again photos that could not be looked at before, through no fault of theirs, and were
 *     tried again
 * @param faces faces found in these
 * @param unchanged photos that were known, and not opened or found to be the same
 * @param moved photos that were known by another path
 * @param overwritten photos that are nowhere any more, because another took the place of their file
 * @param missing photos of the archive that are not in the folder any more; their faces stay
 * @param leftOut paths of photos of the archive that lie where none are looked for, such as in a
 *     trash; their faces stay
 * @param kept faces about which people had decided, in photos that changed, and which stayed
 * @param dropped such faces that are not in the changed photo any more
 * @param problems what could not be read, in the order of the folder
 * @param left photos that were not reached, because the run was stopped
 * @param files what became of each file of the folder
 * @param millis wall-clock time
 */
public record IndexReport(
    int added,
    int changed,
    int again,
    int faces,
    int unchanged,
    int moved,
    int overwritten,
    int missing,
    List<String> leftOut,
    int kept,
    int dropped,
    List<Problem> problems,
    int left,
    FileTally files,
    long millis) {

  public IndexReport {
    leftOut = List.copyOf(leftOut);
    problems = List.copyOf(problems);
  }

  /** For a person, in sentences. */
  public String summary() {
    List<String> parts = new ArrayList<>();
    parts.add(
        String.format(
            Locale.ROOT,
            "%s indexed, %s, %s (%s).",
            count(added + changed + again, "photo"),
            count(faces, "face"),
            count(problems.size(), "problem"),
            String.format(Locale.ROOT, "%.1f s", millis / 1000.0)));
    if (left > 0) {
      parts.add(
          String.format(
              Locale.ROOT, "Stopped with %s to go; run it again to go on.", count(left, "photo")));
    }
    if (unchanged > 0) {
      parts.add(String.format(Locale.ROOT, "%s known already.", were(unchanged)));
    }
    if (moved > 0) {
      parts.add(
          String.format(Locale.ROOT, "%s moved or renamed, and kept the faces.", were(moved)));
    }
    if (changed > 0) {
      parts.add(String.format(Locale.ROOT, "%s changed and looked at again.", were(changed)));
    }
    if (again > 0) {
      parts.add(
          String.format(
              Locale.ROOT, "%s tried again that could not be looked at before.", were(again)));
    }
    if (kept + dropped > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "Of the faces there that people had decided about, %,d stayed and %,d are gone.",
              kept,
              dropped));
    }
    if (overwritten > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%s overwritten by another, and removed with the faces.",
              were(overwritten)));
    }
    if (missing > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%s of the archive %s not in the folder any more; the faces stay until you delete"
                  + " them.",
              count(missing, "photo"),
              missing == 1 ? "is" : "are"));
    }
    if (!leftOut.isEmpty()) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%s of the archive %s where no photos are looked for any more, such as %s; the faces"
                  + " stay until you delete them.",
              count(leftOut.size(), "photo"),
              leftOut.size() == 1 ? "lies" : "lie",
              leftOut.get(0)));
    }
    if (!problems.isEmpty()) {
      parts.add("First problem: " + problems.get(0).sentence());
    }
    return String.join(" ", parts) + "\n" + files.table();
  }

  private static String were(int photos) {
    return count(photos, "photo") + (photos == 1 ? " was" : " were");
  }

  private static String count(int n, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
  }
}
