package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Reason;
import io.github.facesj.run.SharedResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sqlite.ProgressHandler;

/**
 * One connection to an archive's file. Every method is a lease of the connection, which is not
 * closed under it, and holds its lock, so that several threads may use it; what SQLite complains of
 * becomes a sentence.
 */
final class Sql implements AutoCloseable {

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** SQLite keeps some pages in memory until a transaction ends. */
  private static final long NOT_WRITTEN_YET = 16L << 20;

  /** Steps of SQLite's machine between two questions: some hundredths of a millisecond. */
  private static final int STEPS_BETWEEN = 1000;

  /** Works with the connection. */
  @FunctionalInterface
  private interface Step<T> {
    T on(Connection connection) throws SQLException, FacesException;
  }

  /** What is done before the end. */
  @FunctionalInterface
  interface Ending {
    void run() throws FacesException;
  }

  /** For a transaction that is under way when the archive is closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path file;
  private final SharedResource<Connection, FacesException> shared;
  private final boolean writer;
  private volatile Ending ending = () -> {};
  private boolean inTransaction;

  Sql(Path file, Connection connection, boolean writer) {
    this.file = file;
    this.shared =
        new SharedResource<>(
            connection,
            this::close,
            String.format(
                Locale.ROOT,
                "The archive %s was closed while it was in use, because ImageJ is quitting or its"
                    + " window was closed. What was saved before is kept; start again to go on.",
                file));
    this.writer = writer;
  }

  Path file() {
    return file;
  }

  private <T> T use(Step<T> step) throws FacesException {
    return shared.use(
        connection -> {
          synchronized (this) {
            try {
              return step.on(connection);
            } catch (SQLException e) {
              throw SqlErrors.of(file, e);
            }
          }
        });
  }

  /** Statements without parameters or results, perhaps several. */
  void script(String statements) throws FacesException {
    use(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(statements);
          }
        });
  }

  /** All rows of a query. */
  <T> List<T> list(String query, Row<T> row, Object... parameters) throws FacesException {
    return use(
        connection -> {
          try (PreparedStatement statement = prepare(connection, query, parameters);
              ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
              all.add(row.read(rows));
            }
            return all;
          } catch (IllegalArgumentException e) {
            throw SqlErrors.nonsense(file, e);
          } catch (OutOfMemoryError e) {
            throw SqlErrors.memory(file, e);
          }
        });
  }

  /**
   * Believes what a file says of itself only as far as it has bytes.
   *
   * @throws FacesException if the file is smaller than what it claims to hold
   */
  void requireBytes(long bytes) throws FacesException {
    try {
      Path log = file.resolveSibling(file.getFileName() + "-wal");
      long there = Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
      if (bytes > there + NOT_WRITTEN_YET) {
        throw SqlErrors.nonsense(
            file,
            new IllegalArgumentException(
                String.format(
                    Locale.ROOT, "its vectors would take %d bytes, and it has %d", bytes, there)));
      }
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "The archive %s cannot be read (%s). Check that its disk is there.",
              file,
              Reason.of(e)),
          e);
    }
  }

  /** The first row of a query. */
  <T> Optional<T> first(String query, Row<T> row, Object... parameters) throws FacesException {
    return list(query, row, parameters).stream().findFirst();
  }

  /** The one number that a query gives. */
  long number(String query, Object... parameters) throws FacesException {
    return first(query, row -> row.getLong(1), parameters).orElse(0L);
  }

  /**
   * One change.
   *
   * @return how many rows it changed
   */
  int change(String statement, Object... parameters) throws FacesException {
    return use(
        connection -> {
          try (PreparedStatement prepared = prepare(connection, statement, parameters)) {
            return prepared.executeUpdate();
          }
        });
  }

  /**
   * One row more.
   *
   * @return its id
   */
  long insert(String statement, Object... parameters) throws FacesException {
    return use(
        connection -> {
          change(statement, parameters);
          return number("SELECT last_insert_rowid()");
        });
  }

  /** Something done with one prepared statement many times. */
  @FunctionalInterface
  interface Many<T> {
    T with(PreparedStatement statement) throws SQLException, FacesException;
  }

  /** Prepares a statement once for many uses. */
  <T> T many(String text, Many<T> work) throws FacesException {
    return use(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(text)) {
            return work.with(statement);
          }
        });
  }

  /** All of the work or nothing of it; within another transaction it is a part of that. */
  <T> T transaction(Archive.Work<T> work) throws FacesException {
    return use(connection -> inTransaction ? work.run() : whole(connection, work));
  }

  private <T> T whole(Connection connection, Archive.Work<T> work)
      throws SQLException, FacesException {
    script(writer ? "BEGIN IMMEDIATE" : "BEGIN");
    inTransaction = true;
    boolean done = false;
    try {
      T result = work.run();
      script("COMMIT");
      done = true;
      return result;
    } finally {
      inTransaction = false;
      if (!done) {
        rollBack(connection);
      }
    }
  }

  /** SQLite itself has rolled back after some errors, such as a full disk. */
  private static void rollBack(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  /**
   * Statements of any length, in which SQLite asks whether to go on. One that is stopped changes
   * nothing, and neither does the transaction it belongs to.
   *
   * @param progress may stop it
   * @throws FacesException as the work; one that is passing if it was stopped
   */
  <T> T stoppable(Progress progress, Archive.Work<T> work) throws FacesException {
    return use(
        connection -> {
          ProgressHandler handler =
              new ProgressHandler() {
                @Override
                protected int progress() {
                  return progress.isCanceled() ? 1 : 0;
                }
              };
          ProgressHandler.setHandler(connection, STEPS_BETWEEN, handler);
          try {
            return work.run();
          } finally {
            ProgressHandler.clearHandler(connection);
          }
        });
  }

  private static PreparedStatement prepare(Connection connection, String text, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    try {
      for (int i = 0; i < parameters.length; i++) {
        Object value = parameters[i];
        statement.setObject(i + 1, value instanceof Optional<?> o ? o.orElse(null) : value);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /** Waits for a transaction that is under way, but not for its own thread's. */
  @Override
  public void close() throws FacesException {
    shared.close();
    shared.awaitFreed(PATIENCE);
  }

  /** What is done with the open connection before the last user closes it. */
  void atEnd(Ending last) {
    ending = last;
  }

  private void close(Connection connection) throws FacesException {
    try {
      try {
        ending.run();
      } finally {
        connection.close();
      }
    } catch (SQLException e) {
      throw SqlErrors.of(file, e);
    }
  }
}
