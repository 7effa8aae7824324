package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One connection to an archive's file. Every method holds the connection's lock, so that several
 * threads may use it, and turns what SQLite complains of into a sentence.
 */
final class Sql implements AutoCloseable {

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Path file;
  private final Connection connection;
  private final boolean writer;
  private boolean inTransaction;

  Sql(Path file, Connection connection, boolean writer) {
    this.file = file;
    this.connection = connection;
    this.writer = writer;
  }

  Path file() {
    return file;
  }

  /** Statements without parameters or results, perhaps several. */
  synchronized void script(String statements) throws FacesException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(statements);
    } catch (SQLException e) {
      throw SqlTrouble.of(file, e);
    }
  }

  /** All rows of a query. */
  synchronized <T> List<T> list(String query, Row<T> row, Object... parameters)
      throws FacesException {
    try (PreparedStatement statement = prepare(query, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw SqlTrouble.of(file, e);
    } catch (IllegalArgumentException e) {
      throw SqlTrouble.nonsense(file, e);
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
  synchronized int change(String statement, Object... parameters) throws FacesException {
    try (PreparedStatement prepared = prepare(statement, parameters)) {
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw SqlTrouble.of(file, e);
    }
  }

  /**
   * One row more.
   *
   * @return its id
   */
  synchronized long insert(String statement, Object... parameters) throws FacesException {
    change(statement, parameters);
    return number("SELECT last_insert_rowid()");
  }

  /** Something done with one prepared statement many times. */
  @FunctionalInterface
  interface Many<T> {
    T with(PreparedStatement statement) throws SQLException, FacesException;
  }

  /** Prepares a statement once for many uses. */
  synchronized <T> T many(String text, Many<T> work) throws FacesException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      return work.with(statement);
    } catch (SQLException e) {
      throw SqlTrouble.of(file, e);
    }
  }

  /** All of the work or nothing of it; within another transaction it is a part of that. */
  synchronized <T> T transaction(Archive.Work<T> work) throws FacesException {
    if (inTransaction) {
      return work.run();
    }
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
        rollBack();
      }
    }
  }

  /** SQLite itself has rolled back after some errors, such as a full disk. */
  private void rollBack() throws FacesException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw SqlTrouble.of(file, e);
      }
    }
  }

  private PreparedStatement prepare(String text, Object... parameters) throws SQLException {
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

  /**
   * Puts what the log of changes holds into the file, so that nothing beside it is needed. While
   * others read, the log stays: the next who writes will do it.
   */
  synchronized void emptyLog() throws FacesException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA journal_mode = DELETE");
    } catch (SQLException e) {
      if (!SqlTrouble.isBusy(e)) {
        throw SqlTrouble.of(file, e);
      }
    }
  }

  @Override
  public synchronized void close() throws FacesException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlTrouble.of(file, e);
    }
  }
}
