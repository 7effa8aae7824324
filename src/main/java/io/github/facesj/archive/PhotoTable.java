package io.github.facesj.archive;

import io.github.facesj.run.FacesException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The photos of an archive. */
public final class PhotoTable {

  private static final String SELECT =
      "SELECT id, path, size, modified, sha256, taken, pages, problem FROM photo ";

  /** As many as are read of a file. */
  private static final int MOST_PAGES = 1_000_000;

  private final Sql sql;

  PhotoTable(Sql sql) {
    this.sql = sql;
  }

  /** All photos in the order of their ids. */
  List<ArchivedPhoto> all() throws FacesException {
    return sql.list(SELECT + "ORDER BY id", PhotoTable::photo);
  }

  /**
   * One photo.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  public ArchivedPhoto get(long id) throws FacesException {
    return sql.first(SELECT + "WHERE id = ?", PhotoTable::photo, id)
        .orElseThrow(() -> new IllegalArgumentException("The archive holds no photo " + id + "."));
  }

  /**
   * The photo of a path.
   *
   * @param path absolute, with {@code /}
   */
  public Optional<ArchivedPhoto> at(String path) throws FacesException {
    return sql.first(SELECT + "WHERE path = ?", PhotoTable::photo, path);
  }

  /**
   * Adds a photo.
   *
   * @return its id
   */
  public long add(NewPhoto photo) throws FacesException {
    return sql.insert(
        "INSERT INTO photo (path, size, modified, sha256, taken, pages, problem) VALUES (?, ?, ?,"
            + " ?, ?, ?, ?)",
        photo.path(),
        photo.size(),
        photo.modified(),
        photo.sha256(),
        photo.taken(),
        photo.pages(),
        photo.problem());
  }

  /** Says anew what is known of a photo; its faces stay. */
  public void update(long id, NewPhoto photo) throws FacesException {
    sql.change(
        "UPDATE photo SET path = ?, size = ?, modified = ?, sha256 = ?, taken = ?, pages = ?,"
            + " problem = ? WHERE id = ?",
        photo.path(),
        photo.size(),
        photo.modified(),
        photo.sha256(),
        photo.taken(),
        photo.pages(),
        photo.problem(),
        id);
  }

  /**
   * Says that files have moved, perhaps each to where another was.
   *
   * @param photos with their new paths, sizes and times; no two may have the same path afterwards
   */
  public void move(Collection<ArchivedPhoto> photos) throws FacesException {
    sql.transaction(
        () -> {
          for (ArchivedPhoto photo : photos) {
            // Paths are unique at any moment.
            sql.change("UPDATE photo SET path = '?' || id WHERE id = ?", photo.id());
          }
          for (ArchivedPhoto photo : photos) {
            sql.change(
                "UPDATE photo SET path = ?, size = ?, modified = ? WHERE id = ?",
                photo.path(),
                photo.size(),
                photo.modified(),
                photo.id());
          }
          return null;
        });
  }

  /** Removes a photo with its faces and all that belongs to them. */
  public void remove(long id) throws FacesException {
    sql.change("DELETE FROM photo WHERE id = ?", id);
  }

  private static ArchivedPhoto photo(ResultSet row) throws SQLException {
    if (row.getString(2) == null || row.getLong(7) < 1 || row.getLong(7) > MOST_PAGES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "photo %d has no name, or %d pages", row.getLong(1), row.getLong(7)));
    }
    return new ArchivedPhoto(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)),
        row.getInt(7),
        Optional.ofNullable(row.getString(8)));
  }
}
