package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The tables, in versions. Each script brings a file from one version to the next; the first starts
 * from a blank one.
 */
final class Schema {

  private static final List<String> SCRIPTS = List.of("schema.sql");

  /** Marks the file for tools such as {@code file(1)}: the letters FcsJ. */
  static final int APPLICATION_ID = 0x4663734a;

  private Schema() {}

  /** Whether nothing was ever put into the file. */
  static boolean isBlank(Sql sql) throws FacesException {
    return sql.number("PRAGMA application_id") == 0
        && sql.number("PRAGMA user_version") == 0
        && sql.number("SELECT count(*) FROM sqlite_master") == 0;
  }

  /**
   * Refuses what is not an archive that this FacesJ can read.
   *
   * @throws FacesException with the reason
   */
  static void require(Sql sql) throws FacesException {
    if (sql.number("PRAGMA application_id") != APPLICATION_ID) {
      throw new FacesException(SqlErrors.notAnArchive(sql.file()));
    }
    long version = sql.number("PRAGMA user_version");
    if (version < 0) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The archive %s has tables of version %d, which no FacesJ ever wrote. Use a copy of"
                  + " the file.",
              sql.file(),
              version));
    }
    if (version == SCRIPTS.size()) {
      ForeignSchema.refuse(sql, SCRIPTS.stream().map(Schema::text).toList());
    }
    if (version > SCRIPTS.size()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The archive %s was written by a newer FacesJ (version %d of its tables; this one"
                  + " knows %d). Use a newer FacesJ.",
              sql.file(),
              version,
              SCRIPTS.size()));
    }
  }

  /** Brings a file to the newest version, in one step or not at all. */
  static void update(Sql sql) throws FacesException {
    if (isNewest(sql)) {
      return;
    }
    sql.transaction(
        () -> {
          int version = (int) sql.number("PRAGMA user_version");
          for (String script : SCRIPTS.subList(version, SCRIPTS.size())) {
            sql.script(text(script));
          }
          sql.script("PRAGMA application_id = " + APPLICATION_ID);
          sql.script("PRAGMA user_version = " + SCRIPTS.size());
          return null;
        });
  }

  /**
   * Refuses tables of an older version, for whom cannot change them.
   *
   * @throws FacesException with what to do
   */
  static void requireNewest(Sql sql) throws FacesException {
    if (!isNewest(sql)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The archive %s was written by an older FacesJ. Run Index Folder on it once, which"
                  + " brings it up to date.",
              sql.file()));
    }
  }

  private static boolean isNewest(Sql sql) throws FacesException {
    return sql.number("PRAGMA user_version") == SCRIPTS.size();
  }

  private static String text(String script) {
    try (InputStream in = Schema.class.getResourceAsStream(script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The tables ship with FacesJ.", e);
    }
  }
}
