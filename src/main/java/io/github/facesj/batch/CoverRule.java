package io.github.facesj.batch;

import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.Identification;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose faces are covered.
 *
 * @param whom all, or some
 * @param people the names, for {@link Whom#ONLY} and {@link Whom#EXCEPT}
 */
public record CoverRule(Whom whom, SortedSet<String> people) {

  /** Covers every face, and needs no gallery. */
  public static final CoverRule EVERYBODY = new CoverRule(Whom.ALL, new TreeSet<>());

  /**
   * @throws IllegalArgumentException if names are missing, or would be ignored
   */
  public CoverRule {
    people = new TreeSet<>(people);
    boolean named = whom == Whom.ONLY || whom == Whom.EXCEPT;
    if (named && people.isEmpty()) {
      throw new IllegalArgumentException(
          "Whose faces are to be covered, or left as they are? Write the names into people, with"
              + " semicolons between.");
    }
    if (!named && !people.isEmpty()) {
      throw new IllegalArgumentException(
          "Names were given, but only who=only and who=except use them. Choose one of these, or"
              + " leave people empty.");
    }
  }

  public static CoverRule of(Whom whom, Collection<String> people) {
    return new CoverRule(whom, new TreeSet<>(people));
  }

  /**
   * @throws IllegalArgumentException if a name is not that of anybody in the gallery: a face would
   *     stay uncovered because of a slip
   */
  public void requireKnown(Gallery gallery) {
    for (String name : people) {
      if (!gallery.people().contains(name)) {
        throw new IllegalArgumentException(
            "The gallery knows nobody named \"%s\"; it knows %s. Put semicolons between names."
                .formatted(name, gallery.people()));
      }
    }
  }

  /** Whether it must be known who a face is. */
  public boolean asksWho() {
    return whom != Whom.ALL;
  }

  /** Whether the face of a person is covered. */
  boolean covers(Identification who) {
    boolean named = who.match().map(m -> people.contains(m.person())).orElse(false);
    return switch (whom) {
      case ALL -> true;
      case UNKNOWN -> who.match().isEmpty();
      case ONLY -> named;
      case EXCEPT -> !named;
    };
  }

  /**
   * Whether a face that is left as it is may yet be one to cover: its nearest person is, though too
   * far away to be named.
   */
  boolean doubts(Identification who) {
    return whom == Whom.ONLY
        && who.match().isEmpty()
        && who.candidates().stream()
            .findFirst()
            .filter(c -> people.contains(c.person()))
            .isPresent();
  }

  /** As a person would write it in a macro. */
  String words() {
    return "who=%s people=[%s]"
        .formatted(whom.name().toLowerCase(Locale.ROOT), String.join("; ", people));
  }
}
