package io.github.facesj.archive;

import io.github.facesj.cluster.Vectors;
import io.github.facesj.io.FileContent;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The faces of a photo collection in one SQLite file, for reading or for writing. One program at a
 * time may write; others read meanwhile. Several threads may use it, one at a time gets its turn.
 * Every change is on the disk when its method returns, or its transaction.
 */
public final class Archive implements AutoCloseable {

  private static final String SQLITE = "SQLite format 3";
  private static final int KIND_AT = 68;

  /** SQLite notes at byte 68 which program a file belongs to (sqlite.org/fileformat2.html). */
  private static final FileKind KIND =
      FileKind.marked(
          "an archive",
          file -> {
            ByteBuffer head = ByteBuffer.wrap(FileContent.head(file, KIND_AT + Integer.BYTES));
            return head.remaining() > KIND_AT
                && StandardCharsets.US_ASCII
                    .decode(head.slice(0, SQLITE.length()))
                    .toString()
                    .equals(SQLITE)
                && (head.getInt(KIND_AT) == Schema.APPLICATION_ID || head.getInt(KIND_AT) == 0);
          });

  /** Something done within a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * @throws FacesException if it cannot be done; nothing of it is kept then
     */
    T run() throws FacesException;
  }

  private final Sql sql;
  private final ArchiveSettings settings;

  private Archive(Sql sql, ArchiveSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /**
   * Starts an archive and opens it for writing.
   *
   * @param file not there yet, or empty
   * @param settings what its faces are going to be made with
   * @throws FacesException if the file holds something, or cannot be written
   */
  public static Archive create(Path file, ArchiveSettings settings) throws FacesException {
    return write(
        file,
        (sql, blank) -> {
          if (!blank) {
            throw new FacesException(
                String.format(
                    Locale.ROOT,
                    "There is a file %s already. Choose another name for the archive.",
                    sql.file()));
          }
          return start(sql, settings);
        });
  }

  /**
   * Opens an archive for writing.
   *
   * @throws FacesException if there is none, it is none, it is damaged, or another program writes
   *     it
   */
  public static Archive open(Path file) throws FacesException {
    requireFile(file);
    return write(
        file,
        (sql, blank) -> {
          if (blank) {
            throw new FacesException(SqlErrors.notAnArchive(sql.file()));
          }
          return resume(sql);
        });
  }

  /**
   * Opens an archive for writing, or starts it where there is none.
   *
   * @param settings what new faces are going to be made with
   * @throws FacesException if the file is something else, is damaged, or another program writes it
   * @throws IllegalArgumentException if its faces were made with other settings
   */
  public static Archive openOrCreate(Path file, ArchiveSettings settings) throws FacesException {
    return write(
        file,
        (sql, blank) -> {
          if (blank) {
            return start(sql, settings);
          }
          ArchiveSettings there = resume(sql);
          there.require(settings);
          return there;
        });
  }

  /**
   * Opens an archive for reading, also while another program writes it.
   *
   * @throws FacesException if there is none, it is none, or it is damaged
   */
  public static Archive read(Path file) throws FacesException {
    requireFile(file);
    Sql sql = Connections.reading(file.toAbsolutePath());
    try {
      Schema.require(sql);
      Schema.requireNewest(sql);
      return new Archive(sql, SettingTable.read(sql));
    } catch (FacesException | RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  /** What is done with a file that is open for writing. */
  @FunctionalInterface
  private interface Opening {
    ArchiveSettings of(Sql sql, boolean blank) throws FacesException;
  }

  private static Archive write(Path file, Opening opening) throws FacesException {
    Path absolute = file.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      throw new FacesException(
          String.format(Locale.ROOT, "%s is a folder, not an archive. Choose a file.", absolute));
    }
    WriteGuard.none().require(file, KIND);
    makeFolder(absolute);
    Sql sql = Connections.writing(absolute);
    try {
      WriterLock lock = WriterLock.of(sql);
      sql.atEnd(lock::close);
      ArchiveSettings settings = opening.of(sql, Schema.isBlank(sql));
      return new Archive(sql, settings);
    } catch (FacesException | RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static void makeFolder(Path file) throws FacesException {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The folder of the archive %s cannot be made. Check that you may write there.",
              file),
          e);
    }
  }

  private static ArchiveSettings start(Sql sql, ArchiveSettings settings) throws FacesException {
    sql.transaction(
        () -> {
          Schema.update(sql);
          SettingTable.write(sql, settings);
          return null;
        });
    return resume(sql);
  }

  private static ArchiveSettings resume(Sql sql) throws FacesException {
    Schema.require(sql);
    // Readers go on while one writes, and what is deleted is overwritten with zeros.
    sql.script("PRAGMA journal_mode = WAL");
    sql.script("PRAGMA secure_delete = ON");
    Schema.update(sql);
    finishDeletion(new ResidualData(sql));
    return SettingTable.read(sql);
  }

  /** One that was killed before its traces were gone. */
  private static void finishDeletion(ResidualData traces) throws FacesException {
    if (!traces.areNoted()) {
      return;
    }
    try {
      traces.sweep();
    } catch (FacesException e) {
      if (!e.isPassing()) {
        throw e;
      }
      // Such as a full disk, which must not keep anybody from deleting more: they stay noted.
    }
  }

  private static void requireFile(Path file) throws FacesException {
    if (!Files.isRegularFile(file)) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "There is no archive %s. Choose a file that Index Folder wrote.", file));
    }
  }

  /** Its file, absolute. */
  public Path file() {
    return sql.file();
  }

  /** What its faces were made with. */
  public ArchiveSettings settings() {
    return settings;
  }

  /** All photos in the order of their ids. */
  public List<ArchivedPhoto> photos() throws FacesException {
    return photoTable().all();
  }

  /** All faces in the order of their ids, which is that of the photos at first. */
  public List<ArchivedFace> faces() throws FacesException {
    return faceTable().all();
  }

  /**
   * One face.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  public ArchivedFace face(long id) throws FacesException {
    return faceTable().get(id);
  }

  /** All clusters in the order of their ids, also those without a face. */
  public List<ArchivedCluster> clusters() throws FacesException {
    return clusterTable().all();
  }

  /**
   * Embeddings as one matrix.
   *
   * @param faces ids, in the order of the rows wanted
   * @throws IllegalArgumentException if there is no face of an id
   */
  public Vectors vectors(long[] faces) throws FacesException {
    return faceTable().vectors(faces);
  }

  /**
   * What a face looks like: a small JPEG, upright.
   *
   * @throws IllegalArgumentException if there is no face of this id
   */
  public byte[] thumbnail(long face) throws FacesException {
    return faceTable().thumbnail(face);
  }

  /** Photos, to write as well. */
  public PhotoTable photoTable() {
    return new PhotoTable(sql);
  }

  /** Faces, to write as well. */
  public FaceTable faceTable() {
    return new FaceTable(sql, settings.dimension());
  }

  /** Clusters, to write as well. */
  public ClusterTable clusterTable() {
    return new ClusterTable(sql);
  }

  /** In which clusters the faces are, for runs. */
  public PlacementTable placementTable() {
    return new PlacementTable(sql, faceTable());
  }

  /** For the tables that other classes of this room know. */
  Sql sql() {
    return sql;
  }

  /**
   * Does work as a whole or not at all; reading sees one state of the file throughout. Transactions
   * within it belong to it.
   *
   * @throws FacesException if the work cannot be done, or not be kept
   */
  public <T> T transaction(Work<T> work) throws FacesException {
    return sql.transaction(work);
  }

  /**
   * Ends the use of the file; all that was done is in it, and no other file is left beside it.
   * Waits some seconds for other threads that are at work in it, the last of which then closes it;
   * what they begin after that is refused.
   */
  @Override
  public void close() throws FacesException {
    sql.close();
  }
}
