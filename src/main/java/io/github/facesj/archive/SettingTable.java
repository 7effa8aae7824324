package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.util.Locale;

/** The table of settings. */
final class SettingTable {

  private static final String DETECTOR = "detector";
  private static final String DETECTOR_HASH = "detector_sha256";
  private static final String EMBEDDER = "embedder";
  private static final String EMBEDDER_HASH = "embedder_sha256";
  private static final String PARAMETERS = "parameters";
  private static final String DIMENSION = "dimension";

  private SettingTable() {}

  static void write(Sql sql, ArchiveSettings settings) throws FacesException {
    put(sql, DETECTOR, settings.detector());
    put(sql, DETECTOR_HASH, settings.detectorHash());
    put(sql, EMBEDDER, settings.embedder());
    put(sql, EMBEDDER_HASH, settings.embedderHash());
    put(sql, PARAMETERS, settings.parameters());
    put(sql, DIMENSION, Integer.toString(settings.dimension()));
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
          Integer.parseInt(get(sql, DIMENSION)));
    } catch (IllegalArgumentException e) {
      throw SqlErrors.nonsense(sql.file(), e);
    }
  }

  private static String get(Sql sql, String key) throws FacesException {
    return sql.first("SELECT value FROM setting WHERE key = ?", row -> row.getString(1), key)
        .orElseThrow(
            () ->
                new FacesException(
                    String.format(
                        Locale.ROOT,
                        "The archive %s does not say its %s. Use a copy of the file.",
                        sql.file(),
                        key)));
  }
}
