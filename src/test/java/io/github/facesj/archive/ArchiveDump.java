package io.github.facesj.archive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What an archive says, row by row and to the last bit: two archives are equal if this is. */
public final class ArchiveDump {

  private ArchiveDump() {}

  public static List<String> of(Path archive) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + archive);
        Statement statement = connection.createStatement()) {
      for (String table :
          texts(statement, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
        lines.addAll(rows(statement, table));
      }
      lines.addAll(texts(statement, "PRAGMA integrity_check"));
      lines.addAll(texts(statement, "PRAGMA foreign_key_check"));
    }
    return lines;
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static List<String> rows(Statement statement, String table) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder(table);
        for (int i = 1; i <= columns; i++) {
          Object value = rows.getObject(i);
          line.append('|').append(value instanceof byte[] b ? HexFormat.of().formatHex(b) : value);
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }
}
