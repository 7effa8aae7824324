package io.github.facesj.archive;

import io.github.facesj.run.FacesException;

/**
 * What deleted rows leave in an archive's files: half-filled pages, and the log of changes. That
 * they have to be swept is noted in the same step in which the rows go, so that it is done when the
 * archive is opened next if the program is killed before.
 */
final class ResidualData {

  /** A row of the table of settings, there while something is to be swept. */
  private static final String NOTE = "unswept";

  private final Sql sql;

  ResidualData(Sql sql) {
    this.sql = sql;
  }

  /** Something is being deleted, in the transaction that runs. */
  void note() throws FacesException {
    sql.change("INSERT OR IGNORE INTO setting (key, value) VALUES (?, '')", NOTE);
  }

  /** Whether a deletion was not swept up after. */
  boolean areNoted() throws FacesException {
    return sql.number("SELECT count(*) FROM setting WHERE key = ?", NOTE) > 0;
  }

  /**
   * Leaves nothing of what was deleted.
   *
   * @return false if another program reads the archive, and something may be left in the log; it
   *     stays noted then
   * @throws FacesException if it cannot be done, perhaps because the disk is full; it stays noted
   */
  boolean sweep() throws FacesException {
    // What was deleted has been overwritten with zeros (secure_delete); now the space goes, too,
    // and with it half-filled pages that SQLite had moved rows out of before.
    sql.script("VACUUM");
    if (!emptyLog()) {
      return false;
    }
    sql.change("DELETE FROM setting WHERE key = ?", NOTE);
    return true;
  }

  /** Whether the log of changes could be put into the file and cut to nothing. */
  boolean emptyLog() throws FacesException {
    return sql.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1) == 0).orElse(false);
  }
}
