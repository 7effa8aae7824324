package io.github.facesj.run;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Files of a folder that a run did not use, all for the same reason.
 *
 * @param what they are, in the plural, such as {@code HEIC pictures}
 * @param files how many there are; 0 where nobody could count them
 * @param first the names of the first ones, relative to the folder, in alphabetical order
 * @param todo what to do to have them used, in a sentence; empty where there is nothing
 */
public record PassedOver(String what, long files, List<String> first, String todo) {

  public PassedOver {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(todo, "todo");
    first = List.copyOf(first);
  }

  /** For a person: {@code HEIC pictures: 5 (a.heic, b.heic, c.heic, ...). Save them as JPEG.} */
  @Override
  public String toString() {
    String names =
        Reason.printable(String.join(", ", first)) + (files > first.size() ? ", ..." : "");
    String count = files == 0 ? what : String.format(Locale.ROOT, "%s: %d", what, files);
    return count
        + (first.isEmpty() ? "" : " (" + names + ")")
        + (todo.isEmpty() ? "" : ". " + todo);
  }
}
