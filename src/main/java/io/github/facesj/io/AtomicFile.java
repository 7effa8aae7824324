package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Locale;

/**
 * A file that appears under its name when it is complete and on the disk: text in UTF-8, or bytes.
 * Until {@link #commit()} it grows as a hidden file beside it ({@link LeftoverFiles}), which {@link
 * #close()} removes if the work was not done. Only an earlier file of the same kind is replaced
 * ({@link WriteGuard}); rights, group and owner stay as far as the system lets them, and a new file
 * has those that the user's files have.
 */
public final class AtomicFile implements AutoCloseable {

  /** Nobody else makes files of these names; a sweeper may come between making and locking. */
  private static final int TRIES = 10;

  /** What systems say of a disk that takes nothing at all (Linux and macOS, then Windows). */
  private static final List<String> TAKES_NOTHING =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "Read-only file system",
          "There is not enough space on the disk",
          "The media is write protected");

  private final Place place;
  private final FileKind kind;
  private final NoteFolders written;
  private final OutputFolders folders;
  private final Path growing;
  private final FileChannel channel;
  private final OutputStream stream;
  private final Writer writer;

  private AtomicFile(
      Place place,
      FileKind kind,
      NoteFolders written,
      OutputFolders folders,
      Path growing,
      FileChannel channel) {
    this.place = place;
    this.kind = kind;
    this.written = written;
    this.folders = folders;
    this.growing = growing;
    this.channel = channel;
    // Its end is not the channel's: what is held by the lock must not be let go before the move.
    this.stream =
        new FilterOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel))) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() throws IOException {
            flush();
          }
        };
    // With an encoder of its own it complains of half characters instead of writing "?".
    this.writer =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8.newEncoder()));
  }

  /**
   * Opens the growing file; the folder is made if it does not exist.
   *
   * @throws FacesException if it cannot be written, or something else stands there than an earlier
   *     file of this kind
   */
  public static AtomicFile create(Path target, FileKind kind) throws FacesException {
    return WriteGuard.none().create(target, kind);
  }

  static AtomicFile at(Place place, FileKind kind, NoteFolders written, OutputFolders folders)
      throws FacesException {
    try {
      Path folder = place.real().getParent();
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      for (int i = 0; i < TRIES; i++) {
        Path growing = LeftoverFiles.growing(place.real());
        FileChannel channel = LeftoverFiles.open(growing);
        if (channel != null) {
          AtomicFile file = new AtomicFile(place, kind, written, folders, growing, channel);
          file.takeRights();
          return file;
        }
      }
      throw new IOException("another program removes what is being written");
    } catch (IOException e) {
      throw unwritable(place.asked(), e);
    }
  }

  /** At once, so that nobody may read what is being written who might not read the earlier file. */
  private void takeRights() {
    if (place.isFree()) {
      return;
    }
    PosixFileAttributeView now = Files.getFileAttributeView(growing, PosixFileAttributeView.class);
    PosixFileAttributeView before =
        Files.getFileAttributeView(place.real(), PosixFileAttributeView.class);
    if (now == null || before == null) {
      return;
    }
    try {
      PosixFileAttributes rights = before.readAttributes();
      now.setPermissions(rights.permissions());
      now.setGroup(rights.group());
      now.setOwner(rights.owner());
    } catch (IOException e) {
      return; // Only an administrator may give files away: then it is the user's own.
    }
  }

  /** For text. */
  public Writer writer() {
    return writer;
  }

  /** For bytes; a file takes either these or text. */
  public OutputStream stream() {
    return stream;
  }

  /** Writes a content. */
  @FunctionalInterface
  public interface Content {
    /**
     * @throws IOException if the disk refuses
     */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes all of a content and puts it in its place.
   *
   * @throws FacesException if that is not possible; then what was there before still is
   */
  public void write(Content content) throws FacesException {
    try (this) {
      try {
        content.write(stream);
      } catch (IOException e) {
        throw unwritable(place.asked(), e);
      }
      commit();
    }
  }

  /**
   * Writes all of a text and puts it in its place.
   *
   * @throws FacesException if that is not possible; then what was there before still is
   */
  public void write(String text) throws FacesException {
    try (this) {
      try {
        writer.write(text);
      } catch (IOException e) {
        throw unwritable(place.asked(), e);
      }
      commit();
    }
  }

  /**
   * Puts the complete file in its place, over an earlier file that may be there.
   *
   * @throws FacesException if that is not possible, or somebody else put a file there meanwhile
   */
  public void commit() throws FacesException {
    try {
      writer.close();
      stream.flush();
      channel.force(true);
      folders.require(place.asked());
      if (!place.isStill()) {
        Place.of(place.asked(), kind, written);
      }
      if (kind.isNoted()) {
        written.of(place.real().getParent()).add(place.real(), Hashes.of(growing));
      }
      move();
      channel.close();
    } catch (IOException e) {
      throw unwritable(place.asked(), e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(
          growing,
          place.real(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(growing, place.real(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Leaves no half file behind. */
  @Override
  public void close() throws FacesException {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(place.asked(), e);
    } finally {
      remove();
    }
  }

  private void remove() throws FacesException {
    try {
      Files.deleteIfExists(growing);
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "The unfinished file %s could not be removed. Delete it by hand.",
              growing),
          e);
    }
  }

  /**
   * What is said where a file cannot be written. It ends a run where no other file could be written
   * either: the disk is full, or for reading only.
   */
  public static FacesException unwritable(Path target, IOException cause) {
    String sentence =
        String.format(
            Locale.ROOT,
            "The file %s cannot be written (%s). Check that you may write there and that the disk"
                + " is not full.",
            target,
            Reason.of(cause));
    String said = String.valueOf(cause.getMessage());
    return TAKES_NOTHING.stream().anyMatch(said::contains)
        ? FacesException.endingTheRun(sentence, cause)
        : FacesException.passing(sentence, cause);
  }
}
