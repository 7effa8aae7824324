package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.util.Locale;
import java.util.Optional;

/** The table of settings. */
final class SettingTable {

  private static final String DETECTOR = "detector";
  private static final String DETECTOR_HASH = "detector_sha256";
  private static final String EMBEDDER = "embedder";
  private static final String EMBEDDER_HASH = "embedder_sha256";
  private static final String PARAMETERS = "parameters";
  private static final String DIMENSION = "dimension";

  /** The version that began the archive; archives made before this was noted lack it. */
  private static final String FACESJ = "facesj";

  private SettingTable() {}

  static void write(Sql sql, ArchiveSettings settings) throws FacesException {
    put(sql, DETECTOR, settings.detection().model());
    put(sql, DETECTOR_HASH, settings.detection().sha256());
    put(sql, EMBEDDER, settings.embedding().model());
    put(sql, EMBEDDER_HASH, settings.embedding().sha256());
    put(sql, PARAMETERS, settings.parameters());
    put(sql, DIMENSION, Integer.toString(settings.dimension()));
    put(sql, FACESJ, settings.embedding().facesj());
  }

  private static void put(Sql sql, String key, String value) throws FacesException {
    sql.change("INSERT INTO setting (key, value) VALUES (?, ?)", key, value);
  }

  static ArchiveSettings read(Sql sql) throws FacesException {
    try {
      return new ArchiveSettings(
              get(sql, DETECTOR),
              get(sql, DETECTOR_HASH),
              get(sql, EMBEDDER),
              get(sql, EMBEDDER_HASH),
              get(sql, PARAMETERS),
              Integer.parseInt(get(sql, DIMENSION)))
          .by(find(sql, FACESJ).orElse(""));
    } catch (IllegalArgumentException e) {
      throw SqlErrors.nonsense(sql.file(), e);
    }
  }

  private static String get(Sql sql, String key) throws FacesException {
    return find(sql, key)
        .orElseThrow(
            () ->
                new FacesException(
                    String.format(
                        Locale.ROOT,
                        "The archive %s does not say its %s. Use a copy of the file.",
                        sql.file(),
                        key)));
  }

  private static Optional<String> find(Sql sql, String key) throws FacesException {
    return sql.first("SELECT value FROM setting WHERE key = ?", row -> row.getString(1), key);
  }
}
