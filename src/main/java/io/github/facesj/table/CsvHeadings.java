package io.github.facesj.table;

import io.github.facesj.run.FacesException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names of the columns of a table that is read. A column is found by its name, or else by the
 * same name in other letters: spreadsheets and people write {@code PHOTO} and {@code "Photo "}.
 */
final class CsvHeadings {

  private final List<String> names;
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> folded = new HashMap<>();

  CsvHeadings(List<String> cells) {
    names = cells.stream().map(CsvHeadings::clean).toList();
    for (int i = 0; i < names.size(); i++) {
      exact.putIfAbsent(names.get(i), i);
      folded.putIfAbsent(fold(names.get(i)), i);
    }
  }

  private static String clean(String cell) {
    String name = FormulaGuard.unguarded(cell).replace("\ufeff", "").strip();
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).strip()
        : name;
  }

  /** Turkish writes i with and without a dot, in both cases of letters. */
  private static String fold(String name) {
    return name.replace('\u0130', 'i').toLowerCase(Locale.ROOT).replace('\u0131', 'i');
  }

  /** As they stand in the file, without blanks around them. */
  List<String> names() {
    return names;
  }

  /** Where a column is, from 0; -1 where there is none. */
  int indexOf(String name) {
    Integer at = exact.get(name);
    return at != null ? at : folded.getOrDefault(fold(name), -1);
  }

  /** How many of these columns there are. */
  int count(Collection<String> wanted) {
    return (int) wanted.stream().filter(name -> indexOf(name) >= 0).count();
  }

  /**
   * @param table what to call it, to begin a sentence with
   * @throws FacesException if a column is missing, with all that are
   */
  void require(String table, List<String> needed) throws FacesException {
    List<String> missing = needed.stream().filter(name -> indexOf(name) < 0).toList();
    if (!missing.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s has no %s %s, so it is of another kind. Choose another format or file.",
              table,
              missing.size() == 1 ? "column" : "columns",
              missing.stream().map(m -> '"' + m + '"').collect(Collectors.joining(", "))));
    }
  }

  /** Columns up to the last with a name: spreadsheets put empty ones behind. */
  int width() {
    int width = names.size();
    while (width > 1 && names.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }
}
