package io.github.facesj.batch;

import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.FileNames;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows of a table whose run has not ended, in a file beside it: {@code faces.csv.unfinished}.
 * Each photo is added as soon as it is done, so that a run that was stopped, killed or ended by a
 * fault has lost nothing, and the next of the same settings goes on from there. Each run adds a
 * part in the order of the photos' names; the parts are merged as they are read, so that memory
 * does not grow with the number of photos.
 */
public final class UnfinishedTable implements AutoCloseable {

  static final FileKind KIND =
      FileKind.marked("the rows of a run that has not ended", UnfinishedRecord::isOurs);

  private final Path file;
  private final FileChannel channel;
  private final List<Long> starts;
  private final long begin;
  private final boolean refused;
  private boolean empty = true;

  private UnfinishedTable(
      Path file, FileChannel channel, List<Long> starts, long begin, boolean refused) {
    this.begin = begin;
    this.file = file;
    this.channel = channel;
    this.starts = starts;
    this.refused = refused;
  }

  /** Where the rows of a table are until its run has ended. */
  static Path of(Path table) {
    return PathText.resolve(
        table.toAbsolutePath().getParent(), FileNames.beside(PathText.name(table), ".unfinished"));
  }

  /**
   * Opens the rows of an earlier run, or begins a file.
   *
   * @param settings all that decides what the rows are, besides the photos; rows of other settings
   *     are replaced
   * @throws FacesException if the file cannot be written, or another run is writing it
   */
  public static UnfinishedTable open(Path table, String settings, WriteGuard guard)
      throws FacesException {
    Path file = of(table.toAbsolutePath());
    try {
      if (!Files.isDirectory(file.getParent())) {
        Files.createDirectories(file.getParent());
      }
      guard.require(file, KIND);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        lock(channel, file);
        return begin(file, channel, settings);
      } catch (IOException | FacesException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw AtomicFile.unwritable(file, e);
    }
  }

  private static void lock(FileChannel channel, Path file) throws IOException, FacesException {
    try {
      if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // another run in this ImageJ
    }
    throw FacesException.passing(
        String.format(
            Locale.ROOT,
            "The table of %s is being made by another run. Wait for its end, or choose another"
                + " name.",
            file));
  }

  private static UnfinishedTable begin(Path file, FileChannel channel, String settings)
      throws IOException {
    List<Long> starts = new ArrayList<>();
    long end = 0;
    boolean refused = false;
    UnfinishedRecord.Reader reader = new UnfinishedRecord.Reader(channel, 0);
    Optional<UnfinishedRecord.Entry> entry = reader.isMarked() ? reader.next() : Optional.empty();
    while (entry.isPresent() && !refused) {
      end = reader.position();
      Optional<String> run = entry.get().settings();
      refused = run.isPresent() && !run.get().equals(settings);
      if (run.isPresent()) {
        starts.add(end);
      }
      entry = reader.next();
    }
    if (refused || starts.isEmpty()) {
      starts.clear();
      channel.truncate(0);
      write(channel, UnfinishedRecord.MARK.getBytes(StandardCharsets.UTF_8));
    } else {
      channel.truncate(end);
      channel.position(end);
    }
    long begin = channel.position();
    write(channel, UnfinishedRecord.run(settings));
    starts.add(channel.position());
    return new UnfinishedTable(file, channel, List.copyOf(starts), begin, refused);
  }

  /** Says so where rows of other settings were there, and are replaced. */
  public void tellIfRefused(Progress progress) {
    if (refused) {
      progress.warn(
          new Problem(
              file.toString(),
              "These rows of an earlier run that did not end were made with other settings, so"
                  + " they are replaced."));
    }
  }

  /** Where the rows are. */
  public Path file() {
    return file;
  }

  /** What earlier runs know, asked for in the order of the names. */
  public Rows before() throws FacesException {
    return rows(starts.subList(0, starts.size() - 1));
  }

  /** What earlier runs and this one know, asked for in the order of the names. */
  Rows all() throws FacesException {
    return rows(starts);
  }

  private Rows rows(List<Long> of) throws FacesException {
    Rows rows = new Rows(file);
    try {
      for (long start : of) {
        rows.parts.add(new UnfinishedPart(channel, start));
      }
      return rows;
    } catch (IOException e) {
      throw AtomicFile.unwritable(file, e);
    }
  }

  /** Photos, asked for in the order of their names. */
  public static final class Rows {

    private final Path file;
    private final List<UnfinishedPart> parts = new ArrayList<>();

    private Rows(Path file) {
      this.file = file;
    }

    /** What the latest of the runs found that looked at a photo. */
    public Optional<FinishedPhoto> at(String photo) throws FacesException {
      Optional<FinishedPhoto> latest = Optional.empty();
      try {
        for (UnfinishedPart part : parts) {
          Optional<FinishedPhoto> here = part.at(photo);
          latest = here.isPresent() ? here : latest;
        }
      } catch (IOException e) {
        throw AtomicFile.unwritable(file, e);
      }
      return latest;
    }
  }

  /**
   * Adds a photo.
   *
   * @throws FacesException if the disk does not take it, which ends the run
   */
  public void add(FinishedPhoto photo) throws FacesException {
    try {
      write(channel, UnfinishedRecord.of(photo));
      empty = false;
    } catch (IOException e) {
      throw AtomicFile.unwritable(file, e);
    }
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    while (all.hasRemaining()) {
      channel.write(all);
    }
  }

  /** Removes the file, as the table is there. */
  public void remove() throws FacesException {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "The file %s is not needed any more, but could not be removed. Delete it by hand.",
              file),
          e);
    }
  }

  /** A run that came to nothing leaves nothing. */
  @Override
  public void close() throws FacesException {
    try {
      if (channel.isOpen() && empty && starts.size() == 1) {
        Files.deleteIfExists(file);
      } else if (channel.isOpen() && empty) {
        channel.truncate(begin);
      }
      channel.close();
    } catch (IOException e) {
      throw AtomicFile.unwritable(file, e);
    }
  }
}
