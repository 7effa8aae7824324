package io.github.facesj.batch;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.OrderedWork;
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

  /** The pages of all photos; a file is opened only when its turn comes. */
  private static final class Pages implements Iterator<PhotoPages.Page> {

    private final Iterator<Path> photos;
    private final Deque<PhotoPages.Page> current = new ArrayDeque<>();

    Pages(List<Path> photos) {
      this.photos = photos.iterator();
    }

    @Override
    public boolean hasNext() {
      return !current.isEmpty() || photos.hasNext();
    }

    @Override
    public PhotoPages.Page next() {
      if (current.isEmpty()) {
        current.addAll(PhotoPages.of(photos.next()));
      }
      return current.remove();
    }
  }

  private static PhotoResult analyze(FaceAnalyzer analyzer, PhotoPages.Page at) {
    Path photo = at.photo();
    int page = at.number();
    int pages = at.pages();
    return PhotoPages.look(
        at,
        image ->
            PhotoResult.found(photo, page, pages, image, analyzer.analyze(image, Progress.SILENT)),
        (sentence, passing) -> PhotoResult.failed(photo, page, pages, sentence));
  }
}
