package io.github.facesj.fiji.parameter;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words of macros and dialogs as values of an enum. */
public final class Choice {

  private Choice() {}

  /**
   * @param what the parameter, to begin a sentence with
   * @param word name of the value; case and surrounding blanks do not count
   * @throws IllegalArgumentException if there is no such value, with those there are
   */
  public static <E extends Enum<E>> E of(String what, Class<E> type, String word) {
    for (E value : type.getEnumConstants()) {
      if (name(value).equalsIgnoreCase(word.strip())) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s must be one of %s, but was \"%s\".",
            what,
            Arrays.stream(type.getEnumConstants())
                .map(Choice::name)
                .collect(Collectors.joining(", ")),
            word));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
