package io.github.facesj.collection;

import java.util.Locale;

/**
 * Whose faces are put on a contact sheet, and how many.
 *
 * @param faces most faces of each person, the best ones; 0 for all
 * @param people most people and clusters, those with most faces, named ones first; 0 for all
 * @param unnamed whether clusters without a name are shown; strangers who are ignored never are
 */
public record SheetChoice(int faces, int people, boolean unnamed) {

  public static final int DEFAULT_FACES = 8;
  public static final int DEFAULT_PEOPLE = 200;

  /**
   * @throws IllegalArgumentException if a number is negative
   */
  public SheetChoice {
    if (faces < 0 || people < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The most faces and the most people must not be negative (0: all), but were %d and"
                  + " %d.",
              faces,
              people));
    }
  }

  /** A limit, or none. */
  static int limit(int most, int there) {
    return most == 0 ? there : Math.min(most, there);
  }
}
