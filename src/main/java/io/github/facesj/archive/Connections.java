package io.github.facesj.archive;

import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/** Ways to connect to a file with SQLite. */
final class Connections {

  /** Milliseconds to wait for another program that reads or writes for a moment. */
  private static final int PATIENCE = 5000;

  /** Bytes of a row: all ids of ten million faces as one parameter have some 90 million. */
  private static final int LARGEST_VALUE = 100_000_000;

  private Connections() {}

  /**
   * For writing. The file is made if it is not there, empty.
   *
   * @throws FacesException if it cannot be opened
   */
  static Sql writing(Path file) throws FacesException {
    SQLiteConfig config = config(PATIENCE);
    Sql sql = new Sql(file, connect(file, file.toUri().toString(), config), true);
    return sql;
  }

  /**
   * For reading, also while another program writes.
   *
   * @throws FacesException if it is not there or cannot be opened
   */
  static Sql reading(Path file) throws FacesException {
    String uri = file.toUri().toString();
    boolean folder = Files.isWritable(file.getParent());
    if (folder && Files.isWritable(file)) {
      // Only who may write removes the files that SQLite puts beside it, when it closes as the
      // last.
      Sql sql = new Sql(file, connect(file, uri + "?mode=rw", config(PATIENCE)), false);
      sql.script("PRAGMA query_only = ON");
      return sql;
    }
    SQLiteConfig config = config(PATIENCE);
    config.setReadOnly(true);
    if (!folder && !Files.exists(sibling(file, "-wal"))) {
      // Nobody writes there, and SQLite cannot put its own files beside it.
      uri += "?immutable=1";
    }
    return new Sql(file, connect(file, uri, config), false);
  }

  /** A file whose lock alone is of interest: whoever has it does not let others wait. */
  static SQLiteConnection lock(Path archive, Path file) throws FacesException {
    return connect(archive, file.toUri().toString(), config(0));
  }

  private static Path sibling(Path file, String ending) {
    return PathText.resolve(file.getParent(), PathText.name(file) + ending);
  }

  private static SQLiteConfig config(int patience) {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(patience);
    // Files may come from anybody.
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LARGEST_VALUE));
    return config;
  }

  private static SQLiteConnection connect(Path file, String uri, SQLiteConfig config)
      throws FacesException {
    try {
      SQLiteConnection connection =
          (SQLiteConnection) config.createConnection("jdbc:sqlite:" + uri);
      try (Statement statement = connection.createStatement()) {
        // Nothing in the file calls functions, and pages that cannot be are noticed.
        statement.execute("PRAGMA trusted_schema = OFF");
        statement.execute("PRAGMA cell_size_check = ON");
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return connection;
    } catch (SQLException e) {
      throw SqlErrors.of(file, e);
    }
  }
}
