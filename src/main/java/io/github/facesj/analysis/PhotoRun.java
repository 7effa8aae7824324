package io.github.facesj.analysis;

import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Analyses many photos, several at a time, and hands the results on in the order of the photos, so
 * that they do not depend on the timing of threads. One bad photo is one problem; the rest goes on.
 */
public final class PhotoRun {

  static final String NO_MEMORY =
      "There is not enough memory for this photo. Make it smaller, or give ImageJ more memory with "
          + "Edit > Options > Memory & Threads.";

  private static final String MISTAKE =
      "FacesJ made a mistake on this photo (%s). Please report it, with the photo if you may.";

  /** Makes an analyzer for one thread. */
  @FunctionalInterface
  public interface AnalyzerFactory {
    FaceAnalyzer create() throws FacesException;
  }

  /** Takes the results, one at a time and in order. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @throws FacesException if the result cannot be kept, which ends the run
     */
    void accept(PhotoResult result) throws FacesException;
  }

  private final OrderedWork<FaceAnalyzer> work;

  /**
   * @param factory makes one analyzer for each thread
   * @param threads photos analysed at the same time, at least 1; threads in here times threads in
   *     the networks should not exceed the cores
   */
  public PhotoRun(AnalyzerFactory factory, int threads) {
    this.work = new OrderedWork<>(factory::create, threads);
  }

  /**
   * Analyses the photos and every page of each.
   *
   * @param photos files in the order wanted
   * @param sink takes the results
   * @param progress is told after each photo, and may stop the run between two
   * @return what it came to
   * @throws FacesException if an analyzer cannot be made, or the sink cannot keep a result
   */
  public Report over(List<Path> photos, Sink sink, Progress progress) throws FacesException {
    long start = System.nanoTime();
    List<Problem> problems = new ArrayList<>();
    int[] done = {0, 0}; // photos, faces
    boolean complete =
        work.each(
            new Pages(photos),
            PhotoRun::analyze,
            (PhotoResult result) -> {
              result.problem().ifPresent(problems::add);
              result.problem().ifPresent(progress::warn);
              done[1] += result.faces().size();
              sink.accept(result);
              if (result.page() == result.pages() - 1) {
                done[0]++;
                progress.at(done[0], photos.size(), String.valueOf(result.file().getFileName()));
              }
            },
            progress);
    long millis = (System.nanoTime() - start) / 1_000_000;
    int failed = (int) problems.stream().map(Problem::where).distinct().count();
    return new Report(done[0] - failed, done[1], problems, millis, !complete);
  }

  /**
   * One page of one file.
   *
   * @param problem why the file cannot be opened, or empty
   */
  private record Page(Path photo, int page, int pages, String problem) {}

  /** The pages of all photos; a file is opened only when its turn comes. */
  private static final class Pages implements Iterator<Page> {

    private final Iterator<Path> photos;
    private final Deque<Page> current = new ArrayDeque<>();

    Pages(List<Path> photos) {
      this.photos = photos.iterator();
    }

    @Override
    public boolean hasNext() {
      return !current.isEmpty() || photos.hasNext();
    }

    @Override
    public Page next() {
      if (current.isEmpty()) {
        open(photos.next());
      }
      return current.remove();
    }

    private void open(Path photo) {
      try {
        int pages = PhotoReader.pages(photo);
        for (int page = 0; page < pages; page++) {
          current.add(new Page(photo, page, pages, ""));
        }
      } catch (FacesException e) {
        current.add(new Page(photo, 0, 1, e.getMessage()));
      }
    }
  }

  private static PhotoResult analyze(FaceAnalyzer analyzer, Page at) {
    Path photo = at.photo();
    int page = at.page();
    int pages = at.pages();
    if (!at.problem().isEmpty()) {
      return PhotoResult.failed(photo, page, pages, at.problem());
    }
    try {
      FaceImage image = PhotoReader.read(photo, page);
      List<Face> faces = analyzer.analyze(image, Progress.SILENT);
      return PhotoResult.found(photo, page, pages, image, faces);
    } catch (FacesException e) {
      return PhotoResult.failed(photo, page, pages, e.getMessage());
    } catch (OutOfMemoryError e) {
      return PhotoResult.failed(photo, page, pages, NO_MEMORY);
    } catch (RuntimeException e) {
      return PhotoResult.failed(photo, page, pages, MISTAKE.formatted(e));
    }
  }
}
