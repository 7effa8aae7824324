package io.github.facesj.archive;

import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.sqlite.SQLiteConnection;

/**
 * The right to write an archive: one at a time has it, of all programs on the machine. It is
 * SQLite's lock on an empty file beside the archive, which the system takes back even from a killed
 * program; Java's own file locks would be lost as soon as the same program tried a second one. The
 * empty file is made and removed only by who has the archive itself to write for that moment:
 * otherwise one could remove it while another takes it, and a third make it anew.
 */
final class WriterLock implements AutoCloseable {

  private final Sql archive;
  private final Path file;
  private final SQLiteConnection connection;

  private WriterLock(Sql archive, Path file, SQLiteConnection connection) {
    this.archive = archive;
    this.file = file;
    this.connection = connection;
  }

  /**
   * @param archive open for writing, perhaps blank
   * @throws FacesException if another writes it, or the folder cannot be written
   */
  static WriterLock of(Sql archive) throws FacesException {
    Path path = archive.file();
    Path file = PathText.resolve(path.getParent(), PathText.name(path) + "-lock");
    if (Files.exists(file)) {
      // Who writes may have the archive for long: then it is said at once.
      letGo(path, take(path, file));
    }
    return archive.transaction(() -> new WriterLock(archive, file, take(path, file)));
  }

  private static SQLiteConnection take(Path archive, Path file) throws FacesException {
    SQLiteConnection connection = Connections.lock(archive, file);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN EXCLUSIVE");
      return connection;
    } catch (SQLException e) {
      letGo(archive, connection);
      throw SqlErrors.isBusy(e)
          ? FacesException.passing(
              String.format(
                  Locale.ROOT,
                  "The archive %s is being written by another command or program. Wait until it is"
                      + " done, or close it there. If there is none, its drive does not know locks:"
                      + " put the archive on another.",
                  archive),
              e)
          : SqlErrors.of(archive, e);
    }
  }

  private static void letGo(Path archive, SQLiteConnection connection) throws FacesException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlErrors.of(archive, e);
    }
  }

  @Override
  public void close() throws FacesException {
    try {
      archive.transaction(
          () -> {
            letGo(archive.file(), connection);
            remove();
            return null;
          });
    } finally {
      letGo(archive.file(), connection); // nothing, unless the archive could not be had
    }
  }

  private void remove() throws FacesException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT, "The empty file %s could not be removed. Delete it by hand.", file),
          e);
    }
  }
}
