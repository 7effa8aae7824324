package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what stands in the place of an archive's tables is tables. A file that somebody else made
 * may have a view there, which computes without end, or triggers that do something of their own.
 */
final class ForeignSchema {

  private static final Pattern TABLE = Pattern.compile("(?m)^CREATE TABLE (\\w+)");
  private static final Pattern TRIGGER = Pattern.compile("(?ms)^(CREATE TRIGGER (\\w+) .*?^END);");

  private record Entry(String type, String name, String sql) {}

  private ForeignSchema() {}

  /**
   * @param scripts the tables as FacesJ makes them
   * @throws FacesException if the file has a view, a trigger of others, or lacks a table
   */
  static void refuse(Sql sql, List<String> scripts) throws FacesException {
    Set<String> tables = new HashSet<>();
    Map<String, String> triggers = new HashMap<>();
    for (String script : scripts) {
      TABLE.matcher(script).results().forEach(table -> tables.add(table.group(1)));
      for (Matcher m = TRIGGER.matcher(script); m.find(); ) {
        triggers.put(m.group(2), m.group(1));
      }
    }
    for (Entry entry : entries(sql)) {
      boolean known =
          switch (entry.type) {
            case "view" -> false;
            case "trigger" -> entry.sql.equals(triggers.get(entry.name));
            default -> !tables.contains(entry.name) || entry.sql.startsWith("CREATE TABLE");
          };
      if (!known) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The archive %s was changed by another program: it has a %s of its own. Use a copy"
                    + " of the file as FacesJ wrote it.",
                sql.file(),
                entry.type));
      }
      if (entry.type.equals("table")) {
        tables.remove(entry.name);
      }
    }
    if (!tables.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The archive %s lacks a part of its tables. Use a copy of the file.",
              sql.file()));
    }
  }

  private static List<Entry> entries(Sql sql) throws FacesException {
    return sql.list(
        "SELECT type, name, sql FROM sqlite_master",
        row ->
            new Entry(
                text(row.getString(1)), text(row.getString(2)), text(row.getString(3)).strip()));
  }

  /** Indexes that SQLite makes itself have no text. */
  private static String text(String value) {
    return Optional.ofNullable(value).orElse("");
  }
}
