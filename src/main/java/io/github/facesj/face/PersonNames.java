package io.github.facesj.face;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several names of people. */
public final class PersonNames {

  /** A name in quotes, in which two stand for one, or whatever stands before the next semicolon. */
  private static final Pattern ONE =
      Pattern.compile("\\G\\s*(?:\"((?:[^\"]|\"\")*)\"\\s*|([^;]*))(;|$)");

  private PersonNames() {}

  /**
   * Names with semicolons between. One that holds a semicolon itself stands in double quotes, in
   * which two double quotes are one.
   */
  public static List<String> list(String text) {
    List<String> names = new ArrayList<>();
    Matcher one = ONE.matcher(text);
    while (one.find()) {
      String quoted = one.group(1);
      String name = PersonName.of(quoted == null ? one.group(2) : quoted.replace("\"\"", "\""));
      if (!name.isEmpty()) {
        names.add(name);
      }
      if (one.group(3).isEmpty()) {
        break;
      }
    }
    return names;
  }

  /** The text of which {@link #list} makes these names. */
  public static String text(Collection<String> names) {
    return names.stream()
        .map(
            name ->
                name.indexOf(';') < 0 && !name.startsWith("\"")
                    ? name
                    : "\"" + name.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining("; "));
  }

  /** A remark on each two names that may be one person's, in the order of the names. */
  public static List<String> remarks(Collection<String> names) {
    Map<String, TreeSet<String>> alike = new TreeMap<>();
    for (String name : names) {
      alike
          .computeIfAbsent(PersonName.caseless(name), n -> new TreeSet<>())
          .add(PersonName.of(name));
    }
    return alike.values().stream()
        .filter(same -> same.size() > 1)
        .map(
            same ->
                String.format(
                    Locale.ROOT,
                    "The names \"%s\" differ in capitals only, and count as different people. If"
                        + " they are one person, give all of them the same name.",
                    String.join("\" and \"", same)))
        .toList();
  }
}
