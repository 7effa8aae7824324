package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConnection;

/**
 * The right to write an archive: one at a time has it, of all programs on the machine. It is
 * SQLite's lock on an empty file beside the archive, which the system takes back even from a killed
 * program; Java's own file locks would be lost as soon as the same program tried a second one. The
 * empty file stays, because two could hold the lock if it was removed.
 */
final class WriterLock implements AutoCloseable {

  private final Path file;
  private final SQLiteConnection connection;

  private WriterLock(Path file, SQLiteConnection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * @param archive its file, which need not be there yet
   * @throws FacesException if another writes it, or the folder cannot be written
   */
  static WriterLock of(Path archive) throws FacesException {
    Path file = archive.resolveSibling(archive.getFileName() + "-lock");
    SQLiteConnection connection = Connections.lock(archive, file);
    WriterLock lock = new WriterLock(archive, connection);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN EXCLUSIVE");
      return lock;
    } catch (SQLException e) {
      lock.close();
      throw SqlTrouble.isBusy(e)
          ? FacesException.passing(
              "The archive %s is being written by another command or program. Wait until it is done, or close it there."
                  .formatted(archive),
              e)
          : SqlTrouble.of(archive, e);
    }
  }

  @Override
  public void close() throws FacesException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlTrouble.of(file, e);
    }
  }
}
