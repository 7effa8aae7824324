package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite complains of, in sentences a person can act on. */
final class SqlErrors {

  /** What SQLite says where the system refuses a lock for another reason than that it is taken. */
  private static final Set<SQLiteErrorCode> NO_LOCKS =
      Set.of(
          SQLiteErrorCode.SQLITE_IOERR_LOCK,
          SQLiteErrorCode.SQLITE_IOERR_RDLOCK,
          SQLiteErrorCode.SQLITE_IOERR_CHECKRESERVEDLOCK,
          SQLiteErrorCode.SQLITE_IOERR_SHMLOCK);

  private SqlErrors() {}

  static FacesException of(Path file, SQLException cause) {
    return isPassing(cause)
        ? FacesException.passing(sentence(file, cause), cause)
        : new FacesException(sentence(file, cause), cause);
  }

  /** Whether the same statement may succeed another time: the file itself is not to blame. */
  private static boolean isPassing(SQLException e) {
    return switch (kind(e)) {
      case SQLITE_FULL,
          SQLITE_BUSY,
          SQLITE_LOCKED,
          SQLITE_IOERR,
          SQLITE_NOMEM,
          SQLITE_INTERRUPT,
          SQLITE_READONLY,
          SQLITE_CANTOPEN,
          SQLITE_PERM,
          SQLITE_AUTH ->
          true;
      default -> false;
    };
  }

  static FacesException nonsense(Path file, IllegalArgumentException cause) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The archive %s holds a row that makes no sense (%s). Use a copy of the file.",
            file,
            Reason.of(cause)),
        cause);
  }

  static FacesException memory(Path file, OutOfMemoryError cause) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "There is not enough memory to read the archive %s. Give Java more memory (in Fiji:"
                + " Edit > Options > Memory & Threads).",
            file),
        cause);
  }

  static boolean isBusy(SQLException e) {
    return kind(e) == SQLiteErrorCode.SQLITE_BUSY;
  }

  private static SQLiteErrorCode kind(SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
    // The lowest byte is the kind; what stands above it are details.
    return SQLiteErrorCode.getErrorCode(code.code & 0xff);
  }

  private static boolean lacksLocks(SQLException e) {
    return e instanceof SQLiteException s && NO_LOCKS.contains(s.getResultCode());
  }

  private static String sentence(Path file, SQLException e) {
    return switch (kind(e)) {
      case SQLITE_FULL ->
          String.format(
              Locale.ROOT,
              "The disk is full: the archive %s could not be written. What was in it before is"
                  + " kept; make room, and start again.",
              file);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          String.format(
              Locale.ROOT,
              "The archive %s is in use by another program. Close it there, and try again. If there"
                  + " is none, its drive does not know locks, as some network drives do not: put"
                  + " the archive on another.",
              file);
      case SQLITE_NOTADB -> notAnArchive(file);
      case SQLITE_CORRUPT ->
          String.format(
              Locale.ROOT,
              "The archive %s is damaged (%s). Use a copy, or index the photos anew.",
              file,
              Reason.of(e));
      case SQLITE_READONLY ->
          String.format(
              Locale.ROOT,
              "The archive %s cannot be written. Check that you may write the file and its folder.",
              file);
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
          String.format(
              Locale.ROOT,
              "The archive %s cannot be opened. Check that its folder is there and that you may"
                  + " read and write in it.",
              file);
      case SQLITE_IOERR ->
          String.format(
              Locale.ROOT,
              lacksLocks(e)
                  ? "The archive %s cannot be used where it is (%s): its drive does not know locks,"
                      + " as some network drives do not. Put the archive on another."
                  : "The archive %s cannot be read or written (%s). Check that its disk is there"
                      + " and not full; what was saved before is kept.",
              file,
              Reason.of(e));
      case SQLITE_NOMEM ->
          String.format(
              Locale.ROOT,
              "There is not enough memory free to use the archive %s. Close other programs, and try"
                  + " again.",
              file);
      case SQLITE_INTERRUPT ->
          String.format(
              Locale.ROOT,
              "The work on the archive %s was stopped. What was saved before is kept.",
              file);
      default ->
          String.format(
              Locale.ROOT,
              "The archive %s could not be used (%s). Use a copy of the file.",
              file,
              Reason.of(e));
    };
  }

  static String notAnArchive(Path file) {
    return String.format(
        Locale.ROOT,
        "The file %s is not an archive of FacesJ. Choose a file that Index Folder wrote, or a new"
            + " name.",
        file);
  }
}
