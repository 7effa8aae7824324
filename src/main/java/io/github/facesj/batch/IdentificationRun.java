package io.github.facesj.batch;

import io.github.facesj.analysis.IdentifiedFace;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.image.PhotoFolder;
import io.github.facesj.image.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.OrderedWork;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import io.github.facesj.table.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of all photos in a folder who the people on them may be. */
public final class IdentificationRun {

  /** Makes an identifier for one thread. */
  @FunctionalInterface
  public interface Factory {
    Identifier create() throws FacesException;
  }

  /** What became of one page of a photo. */
  private record Page(
      Path photo, int number, List<IdentifiedFace> faces, Optional<String> problem) {}

  private final Factory factory;
  private final int threads;

  /**
   * @param factory makes one identifier for each thread
   * @param threads photos worked on at the same time, at least 1
   */
  public IdentificationRun(Factory factory, int threads) {
    this.factory = factory;
    this.threads = threads;
  }

  /**
   * Identifies the faces of all photos and writes the table.
   *
   * @param folder searched with all folders below it
   * @param table the CSV to write; what stood there is replaced when the run has ended well
   * @return what it came to; a canceled run keeps the rows made so far
   * @throws FacesException if the folder cannot be read, or the table not be written
   * @throws IllegalArgumentException if the folder holds no photo
   */
  public Report run(Path folder, Path table, Progress progress) throws FacesException {
    long start = System.nanoTime();
    List<Path> photos = PhotoFolder.list(folder, progress);
    if (photos.isEmpty()) {
      throw new IllegalArgumentException(
          "The folder %s holds no photo that FacesJ can read.".formatted(folder));
    }
    List<List<Page>> results =
        new OrderedWork<>(factory::create, threads)
            .over(photos, IdentificationRun::pages, progress);
    IdentityTable rows = new IdentityTable(factory.create());
    List<Problem> problems = new ArrayList<>();
    int faces = 0;
    int good = 0;
    for (List<Page> pages : results) {
      boolean failed = false;
      for (Page page : pages) {
        String name = PhotoFolder.relative(folder, page.photo());
        if (page.problem().isPresent()) {
          rows.addProblem(name, page.number(), page.problem().get());
          problems.add(new Problem(name, page.problem().get()));
          failed = true;
        } else {
          rows.add(name, page.number(), page.faces());
          faces += page.faces().size();
        }
      }
      good += failed ? 0 : 1;
    }
    problems.forEach(progress::warn);
    CsvTable all = rows.table();
    all.write(table);
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new Report(good, faces, problems, millis, results.size() < photos.size());
  }

  private static List<Page> pages(Identifier identifier, Path photo) {
    List<Page> pages = new ArrayList<>();
    try {
      int count = PhotoReader.pages(photo);
      for (int i = 0; i < count; i++) {
        pages.add(
            new Page(
                photo,
                i + 1,
                identifier.identify(PhotoReader.read(photo, i), Progress.SILENT),
                Optional.empty()));
      }
    } catch (FacesException e) {
      pages.add(failed(photo, pages.size(), e.getMessage()));
    } catch (OutOfMemoryError e) {
      pages.add(failed(photo, pages.size(), PhotoPages.NO_MEMORY));
    }
    return pages;
  }

  private static Page failed(Path photo, int before, String sentence) {
    return new Page(photo, before + 1, List.of(), Optional.of(sentence));
  }
}
