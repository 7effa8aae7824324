package io.github.facesj.fiji.review;

import io.github.facesj.archive.ArchivedPhoto;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is looked at.
 *
 * @param shown kind of faces
 * @param name part of the names of people, in any case; empty for all
 * @param folder of the photos, with what lies below it; empty for all
 * @param from earliest day, month or year of the photos, such as {@code 1998-05}; empty for all
 * @param to latest day, month or year; empty for all
 */
record ReviewFilter(ShownFaces shown, String name, String folder, String from, String to) {

  private static final Pattern DATE = Pattern.compile("(\\d{4}(-\\d\\d(-\\d\\d)?)?)?");

  /** All clusters but the ignored. */
  static final ReviewFilter ALL = new ReviewFilter(ShownFaces.CLUSTERS, "", "", "", "");

  /**
   * @throws IllegalArgumentException if a date is none
   */
  ReviewFilter {
    name = name.strip();
    from = from.strip();
    to = to.strip();
    for (String date : new String[] {from, to}) {
      if (!DATE.matcher(date).matches()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "\"%s\" is no date. Write 1998, 1998-05 or 1998-05-17.", date));
      }
    }
  }

  /** The same with other kinds of faces. */
  ReviewFilter showing(ShownFaces other) {
    return new ReviewFilter(other, name, folder, from, to);
  }

  boolean passes(ArchivedPhoto photo) {
    return (folder.isEmpty() || photo.path().startsWith(folder + "/")) && isInTime(photo.taken());
  }

  boolean passes(Optional<String> person) {
    return name.isEmpty() || person.filter(p -> lower(p).contains(lower(name))).isPresent();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private boolean isInTime(Optional<String> taken) {
    if (from.isEmpty() && to.isEmpty()) {
      return true;
    }
    return taken.isPresent()
        && taken.get().compareTo(from) >= 0
        && (to.isEmpty()
            || taken.get().substring(0, Math.min(to.length(), taken.get().length())).compareTo(to)
                <= 0);
  }
}
