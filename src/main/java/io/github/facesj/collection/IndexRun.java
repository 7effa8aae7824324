package io.github.facesj.collection;

import io.github.facesj.analysis.Recognizer;
import io.github.facesj.analysis.RecognizerSettings;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.batch.PhotoBatch;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Progress;
import io.github.facesj.run.ProgressRate;
import io.github.facesj.run.WorkResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the faces of all photos of a folder into an archive. Only new and changed photos are looked
 * at; a run that was stopped or killed goes on where it was, and comes to the same archive.
 */
public final class IndexRun {

  private final Factory<Recognizer> factory;
  private final int threads;

  /**
   * @param factory makes one recognizer for each thread
   * @param threads photos worked on at the same time, at least 1
   */
  public IndexRun(Factory<Recognizer> factory, int threads) {
    this.factory = factory;
    this.threads = threads;
  }

  /**
   * Indexes a folder.
   *
   * @param input searched with all folders below it; several folders may be put into one archive
   * @param file the archive, made where there is none
   * @return what it came to; a canceled run keeps the photos done so far
   * @throws FacesException if the folder cannot be read or goes away, or the archive not be written
   * @throws IllegalArgumentException if the folder holds no photo, or the archive was made with
   *     other models or parameters
   */
  public IndexReport run(PhotoFolder input, Path file, Progress progress) throws FacesException {
    long start = System.nanoTime();
    Path folder = input.path();
    PhotoListing photos =
        new PhotoFolder(real(folder), input.system()).listing(progress).requireAny();
    PhotoBatch<FaceIntake> batch =
        new PhotoBatch<>(folder, () -> new FaceIntake(factory.create()), threads);
    ArchiveSettings settings = RecognizerSettings.of(batch.first().recognizer());
    try (Archive archive = Archive.openOrCreate(file, settings)) {
      FolderScan.Result scan = new FolderScan(archive, progress).of(real(folder), photos.photos());
      IndexWriter entry = new IndexWriter(archive, progress);
      int left = look(batch, archive, scan.work(), entry, progress);
      return entry.report(photos, scan, left, (System.nanoTime() - start) / 1_000_000);
    }
  }

  /** The same of a folder without what is hidden or a system's. */
  public IndexReport run(Path folder, Path file, Progress progress) throws FacesException {
    return run(PhotoFolder.of(folder), file, progress);
  }

  /**
   * @return how many photos were not reached before a cancel
   */
  private static int look(
      PhotoBatch<FaceIntake> batch,
      Archive archive,
      List<PhotoFile> work,
      IndexWriter entry,
      Progress progress)
      throws FacesException {
    ProgressRate pace = ProgressRate.now("photos", work.size());
    int[] done = {0, 0}; // photos, problems told
    batch.each(
        new IndexItems(archive, work, progress),
        item -> item.known() ? 0 : item.page().bytes(),
        IndexedPage::of,
        (IndexItems.Item item, WorkResult<IndexedPage> page) -> {
          boolean last = entry.take(item, page);
          Optional<Throwable> mistake = page.fault().flatMap(Fault::mistake);
          while (done[1] < entry.problems().size()) {
            progress.warn(entry.problems().get(done[1]++), mistake);
          }
          if (last) {
            done[0]++;
            progress.at(done[0], work.size(), pace.at(done[0], System.nanoTime()));
          }
        },
        progress);
    return work.size() - done[0];
  }

  /** Links to the folder would give each photo a second path. */
  private static Path real(Path folder) throws FacesException {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "There is no folder %s that can be read. Check its name, and that its disk is there.",
              folder),
          e);
    }
  }
}
