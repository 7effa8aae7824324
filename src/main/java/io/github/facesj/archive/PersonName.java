package io.github.facesj.archive;

import java.util.Locale;

/** Names as people type them. */
final class PersonName {

  /** Longer ones are no names, and no table or folder could show them. */
  private static final int LONGEST = 200;

  private PersonName() {}

  /**
   * The name without blanks around it.
   *
   * @throws IllegalArgumentException if nothing is left, or it is more than one line of 200 letters
   */
  static String of(String typed) {
    String name = typed.strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A name must have a letter.");
    }
    if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "A name must be one line of at most %d letters.", LONGEST));
    }
    return name;
  }
}
