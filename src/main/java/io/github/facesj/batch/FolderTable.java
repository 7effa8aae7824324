package io.github.facesj.batch;

import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.photo.ReducedPhoto;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import io.github.facesj.run.WorkResult;
import io.github.facesj.table.Table;
import io.github.facesj.table.TableDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A table with rows for each photo of a folder, written as the photos are done: until the end of
 * the run the rows are in an {@link UnfinishedTable}, from which the next run of the same settings
 * goes on. The table is the same to the last byte, in however many runs it was made, and memory
 * does not grow with it.
 *
 * @param <R> what is found in a picture
 */
final class FolderTable<R> {

  /** How a table is written. */
  interface Rows<R> {

    /** What kind of table it is. */
    FileKind kind();

    /** Its columns and what makes it, without a row. */
    Table empty();

    /** All that decides what the rows are, besides the photos. */
    String settings();

    /** How many faces were found. */
    int faces(R found);

    /** The lines of a picture. */
    String lines(String photo, int slice, R found);

    /** The line of a picture that could not be looked at. */
    String problem(String photo, int slice, String sentence);
  }

  /** What was found in a picture, and what a person has to know of how it was looked at. */
  private record Found<R>(R result, Optional<String> remark) {}

  private final Path folder;
  private final Path table;
  private final Rows<R> rows;
  private final Predicate<FinishedPhoto> complete;

  /**
   * @param folder of the photos
   * @param complete whether all that an earlier run made of a photo, besides its rows, is there
   */
  FolderTable(Path folder, Path table, Rows<R> rows, Predicate<FinishedPhoto> complete) {
    this.folder = folder;
    this.table = table;
    this.rows = rows;
    this.complete = complete;
  }

  /**
   * Looks at photos and writes the table.
   *
   * @param photos below the folder, in the order of their names
   * @param guard of the run
   * @return what it came to, photos of earlier runs included
   * @throws FacesException if a fault ends the run, or the table cannot be written; the rows so far
   *     are kept
   */
  <T> Report write(
      PhotoListing photos,
      PhotoBatch<T> batch,
      PhotoBatch.WorkWithin<T, R> work,
      WriteGuard guard,
      Progress progress)
      throws FacesException {
    TableDescription.require(table, rows.kind(), guard);
    String settings = folder.toAbsolutePath() + "\n" + rows.settings();
    try (UnfinishedTable unfinished = UnfinishedTable.open(table, settings, guard)) {
      unfinished.tellIfRefused(progress);
      PhotoTally tally = new PhotoTally(photos, progress);
      Collector collector = new Collector(unfinished);
      boolean done =
          batch.pagesWithin(
              new Left(photos.photos().iterator(), unfinished.before(), tally),
              (T tool, PhotoPage page, ReducedPhoto photo, Progress stop) ->
                  new Found<>(work.on(tool, page, photo, stop), photo.remark()),
              found -> rows.faces(found.result()),
              collector::add,
              tally,
              progress);
      Report report = tally.report(!done);
      if (!done) {
        return report.withRemark(
            String.format(
                Locale.ROOT,
                "The rows so far are in %s; run it again to go on.",
                unfinished.file()));
      }
      finish(photos.photos(), unfinished, guard);
      return report;
    }
  }

  private void finish(List<Path> photos, UnfinishedTable unfinished, WriteGuard guard)
      throws FacesException {
    UnfinishedTable.Rows all = unfinished.all();
    try (AtomicFile file = guard.create(table, rows.kind())) {
      file.writer().write(rows.empty().head());
      for (Path photo : photos) {
        String name = PhotoFolder.relative(folder, photo);
        file.writer()
            .write(
                all.at(name)
                    .map(FinishedPhoto::rows)
                    .orElseThrow(() -> lost(name, unfinished.file())));
      }
      TableDescription.commit(rows.empty(), table, file, guard);
    } catch (IOException e) {
      throw AtomicFile.unwritable(table, e);
    }
    unfinished.remove();
  }

  private static FacesException lost(String photo, Path file) {
    return FacesException.passing(
        String.format(
            Locale.ROOT, "The rows of %s are not in %s any more. Start again.", photo, file));
  }

  /** The photos of which no earlier run knows all there is to know. */
  private final class Left implements Iterator<Path> {

    private final Iterator<Path> photos;
    private final UnfinishedTable.Rows before;
    private final PhotoTally tally;
    private Optional<Path> next = Optional.empty();

    Left(Iterator<Path> photos, UnfinishedTable.Rows before, PhotoTally tally) {
      this.photos = photos;
      this.before = before;
      this.tally = tally;
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && photos.hasNext()) {
        Path photo = photos.next();
        Optional<FinishedPhoto> known = known(photo);
        known.ifPresent(k -> tally.addKnown(k));
        next = known.isPresent() ? Optional.empty() : Optional.of(photo);
      }
      return next.isPresent();
    }

    private Optional<FinishedPhoto> known(Path photo) {
      // What cannot be read of earlier runs is done again.
      return WorkResult.of(() -> before.at(PhotoFolder.relative(folder, photo)))
          .or(fault -> Optional.empty())
          .filter(FinishedPhoto::settled)
          .filter(known -> known.stamp().equals(FileStamp.of(photo)))
          .filter(complete);
    }

    @Override
    public Path next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Path photo = next.orElseThrow();
      next = Optional.empty();
      return photo;
    }
  }

  /** Gathers the pages of a photo, and adds it when it is complete. */
  private final class Collector {

    private final UnfinishedTable unfinished;
    private final StringBuilder lines = new StringBuilder();
    private final List<FinishedPhoto.Told> told = new ArrayList<>();
    private boolean settled = true;
    private int faces;

    Collector(UnfinishedTable unfinished) {
      this.unfinished = unfinished;
    }

    void add(PhotoPage page, WorkResult<Found<R>> result) throws FacesException {
      String name = PhotoFolder.relative(folder, page.photo());
      int slice = page.number() + 1;
      String where = PathText.of(page.photo());
      if (result.fault().isPresent()) {
        Fault fault = result.fault().get();
        settled &= !fault.isPassing();
        told.add(new FinishedPhoto.Told(fault.at(where), true));
        lines.append(rows.problem(name, slice, fault.sentence()));
      } else {
        R found = result.value().orElseThrow().result();
        result
            .value()
            .flatMap(Found::remark)
            .ifPresent(
                remark -> told.add(new FinishedPhoto.Told(new Problem(where, remark), false)));
        faces += rows.faces(found);
        lines.append(rows.lines(name, slice, found));
      }
      if (page.isLast()) {
        unfinished.add(
            new FinishedPhoto(
                name, page.stamp(), page.pages(), faces, settled, told, lines.toString()));
        lines.setLength(0);
        told.clear();
        settled = true;
        faces = 0;
      }
    }
  }
}
