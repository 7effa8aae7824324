package io.github.facesj.archive;

import io.github.facesj.io.PathText;
import io.github.facesj.run.CancelCheck;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Deletes so that nothing is left in the file: rows with their vectors and thumbnails, what the
 * journal says of them, and the free space they leave. Photo files are not touched.
 */
public final class Deletion {

  /** Rows, and what is left of them. */
  private static final int STEPS = 2;

  private static final String IN_USE =
      "Another program is reading the archive %s, which keeps old content in it. Close the archive"
          + " there, and delete again: nothing was deleted.";
  private static final String STILL_THERE =
      "It was deleted, but another program began to read the archive %s meanwhile, and the file"
          + " %s-wal may hold old content. Close the archive there: the next command that writes to"
          + " it removes what is left.";
  private static final String STOPPED =
      "Deleting from the archive %s was stopped before it was done: nothing was deleted.";
  private static final String UNSWEPT =
      "It was deleted, but the free space in the archive %s may still hold old content. The next"
          + " command that writes to the archive removes it. %s";

  private final Archive archive;
  private final Progress progress;
  private final Sql sql;
  private final Journal journal;
  private final ResidualData traces;

  /**
   * What was deleted.
   *
   * @param photos rows of photos
   * @param faces rows of faces
   * @param people named clusters, those that had no face in other photos
   */
  public record Deleted(int photos, int faces, int people) {}

  /**
   * @param archive open for writing
   * @param progress is told which step is done, and may stop it: then nothing is deleted, or all
   *     but what is left of it in free space, which the next command that writes removes
   */
  public Deletion(Archive archive, Progress progress) {
    this.archive = archive;
    this.progress = progress;
    this.sql = archive.sql();
    this.journal = new Journal(sql);
    this.traces = new ResidualData(sql);
  }

  /**
   * Deletes a person: the name and all faces. The photos stay known, so that they are not looked at
   * again as long as they do not change. Decisions that the person had to do with cannot be taken
   * back any more, nor those with names that nobody has now: they might tell of the person.
   *
   * @throws IllegalArgumentException if nobody has this name
   */
  public Deleted person(String name) throws FacesException {
    List<ArchivedCluster> person = archive.clusterTable().allNamed(name);
    if (person.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The archive knows nobody called \"%s\". Write the name as it is in the archive.",
              name));
    }
    return forGood(
        () -> {
          int faces = 0;
          for (ArchivedCluster cluster : person) {
            journal.forget(cluster.id());
            faces += sql.change("DELETE FROM face WHERE cluster_id = ?", cluster.id());
            archive.clusterTable().remove(cluster.id());
          }
          journal.forgetNames();
          journal.tidy();
          return new Deleted(0, faces, 1);
        });
  }

  /**
   * Deletes a photo with all its faces.
   *
   * @param photo its path, whether the file is there or not
   * @throws IllegalArgumentException if the archive has no such photo
   */
  public Deleted photo(Path photo) throws FacesException {
    String path = present(photo, p -> archive.photoTable().at(p).isPresent());
    return photos("path = ?1", path);
  }

  /**
   * Deletes all photos of a folder and the folders below it, with their faces.
   *
   * @param folder its path, whether it is there or not
   * @throws IllegalArgumentException if the archive has no photo in it
   */
  public Deleted folder(Path folder) throws FacesException {
    String within = "substr(path, 1, length(?1)) = ?1";
    String path =
        present(
            folder,
            p -> sql.number("SELECT count(*) FROM photo WHERE " + within, withSlash(p)) > 0);
    return photos(within, withSlash(path));
  }

  private static String withSlash(String path) {
    return path.endsWith("/") ? path : path + "/";
  }

  /** Whether the archive knows a path. */
  @FunctionalInterface
  private interface Known {
    boolean is(String path) throws FacesException;
  }

  /** The path as written, or behind the links in it, because archives hold such paths. */
  private static String present(Path path, Known known) throws FacesException {
    for (String way : List.of(ArchivedPhoto.pathOf(path), ArchivedPhoto.pathOf(real(path)))) {
      if (known.is(way)) {
        return way;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "The archive knows nothing of %s. Write the whole path, as in the archive.",
            path));
  }

  /** With the links followed in as much of the path as is there. */
  private static Path real(Path path) {
    Path there = path.toAbsolutePath().normalize();
    Path rest = there.getFileSystem().getPath("");
    while (there.getParent() != null && !Files.exists(there)) {
      rest = there.getFileName().resolve(rest);
      there = there.getParent();
    }
    try {
      return there.toRealPath().resolve(rest);
    } catch (IOException e) {
      return path; // it has gone meanwhile; then the path as written must do
    }
  }

  private Deleted photos(String condition, String path) throws FacesException {
    return forGood(
        () -> {
          String photos = "(SELECT id FROM photo WHERE " + condition + ")";
          List<Long> clusters =
              sql.list(
                  "SELECT DISTINCT cluster_id FROM face WHERE cluster_id IS NOT NULL AND photo_id"
                      + " IN "
                      + photos,
                  row -> row.getLong(1),
                  path);
          int faces = sql.change("DELETE FROM face WHERE photo_id IN " + photos, path);
          int gone = sql.change("DELETE FROM photo WHERE " + condition, path);
          return new Deleted(gone, faces, removeEmpty(clusters));
        });
  }

  /**
   * Names of people who are on no photo any more are traces, too.
   *
   * @return how many people went
   */
  private int removeEmpty(List<Long> clusters) throws FacesException {
    int people = 0;
    for (long id : clusters) {
      if (sql.number("SELECT count(*) FROM face WHERE cluster_id = ?", id) == 0) {
        if (archive.clusterTable().get(id).name().isPresent()) {
          journal.forget(id);
          people++;
        }
        archive.clusterTable().remove(id);
      }
    }
    if (people > 0) {
      journal.forgetNames();
    }
    journal.tidy();
    return people;
  }

  private Deleted forGood(Archive.Work<Deleted> work) throws FacesException {
    if (!traces.emptyLog()) {
      throw new FacesException(String.format(Locale.ROOT, IN_USE, archive.file()));
    }
    Deleted deleted = whole(work);
    progress.at(1, STEPS, "Removing what is left of it in the archive");
    boolean swept;
    try {
      swept = sql.stoppable(progress, traces::sweep);
    } catch (FacesException e) {
      throw FacesException.passing(
          String.format(Locale.ROOT, UNSWEPT, archive.file(), e.getMessage()), e);
    }
    if (!swept) {
      throw new FacesException(
          String.format(Locale.ROOT, STILL_THERE, archive.file(), PathText.name(archive.file())));
    }
    progress.at(STEPS, STEPS, "");
    return deleted;
  }

  private Deleted whole(Archive.Work<Deleted> work) throws FacesException {
    progress.at(0, STEPS, "Deleting from the archive");
    try {
      return archive.transaction(
          () -> {
            traces.note();
            Deleted deleted = sql.stoppable(progress, work);
            CancelCheck.require(progress);
            return deleted;
          });
    } catch (FacesException e) {
      throw progress.isCanceled()
          ? FacesException.passing(String.format(Locale.ROOT, STOPPED, archive.file()), e)
          : e;
    }
  }
}
