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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

  private final AnalyzerFactory factory;
  private final int threads;
  private final ConcurrentLinkedQueue<FaceAnalyzer> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param factory makes one analyzer for each thread
   * @param threads photos analysed at the same time, at least 1; threads in here times threads in
   *     the networks should not exceed the cores
   */
  public PhotoRun(AnalyzerFactory factory, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "The number of threads must be at least 1, but was " + threads + ".");
    }
    this.factory = factory;
    this.threads = threads;
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
    idle.add(factory.create());
    ExecutorService workers = Executors.newFixedThreadPool(threads, PhotoRun::daemon);
    List<Problem> problems = new ArrayList<>();
    int photosDone = 0;
    int faces = 0;
    boolean canceled = false;
    try {
      Deque<Future<PhotoResult>> ahead = new ArrayDeque<>();
      Iterator<Callable<PhotoResult>> rest = new Pages(photos);
      while (rest.hasNext() || !ahead.isEmpty()) {
        if (progress.isCanceled()) {
          canceled = true;
          break;
        }
        // One page waits while each thread has its own: enough to keep all busy.
        while (rest.hasNext() && ahead.size() <= threads) {
          ahead.add(workers.submit(rest.next()));
        }
        PhotoResult result = get(ahead.remove());
        result.problem().ifPresent(problems::add);
        result.problem().ifPresent(progress::warn);
        faces += result.faces().size();
        sink.accept(result);
        if (result.page() == result.pages() - 1) {
          photosDone++;
          progress.at(photosDone, photos.size(), String.valueOf(result.file().getFileName()));
        }
      }
    } finally {
      workers.shutdownNow();
      idle.clear();
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    int failed = (int) problems.stream().map(Problem::where).distinct().count();
    return new Report(photosDone - failed, faces, problems, millis, canceled);
  }

  /** The work, page by page; a file is opened only when its turn comes. */
  private final class Pages implements Iterator<Callable<PhotoResult>> {

    private final Iterator<Path> photos;
    private final Deque<Callable<PhotoResult>> current = new ArrayDeque<>();

    Pages(List<Path> photos) {
      this.photos = photos.iterator();
    }

    @Override
    public boolean hasNext() {
      return !current.isEmpty() || photos.hasNext();
    }

    @Override
    public Callable<PhotoResult> next() {
      if (current.isEmpty()) {
        open(photos.next());
      }
      return current.remove();
    }

    private void open(Path photo) {
      try {
        int pages = PhotoReader.pages(photo);
        for (int i = 0; i < pages; i++) {
          int page = i;
          current.add(() -> analyze(photo, page, pages));
        }
      } catch (FacesException e) {
        current.add(() -> PhotoResult.failed(photo, 0, 1, e.getMessage()));
      }
    }
  }

  private PhotoResult analyze(Path photo, int page, int pages) throws FacesException {
    FaceAnalyzer analyzer = idle.poll();
    if (analyzer == null) {
      analyzer = factory.create();
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
    } finally {
      idle.add(analyzer);
    }
  }

  private static PhotoResult get(Future<PhotoResult> future) throws FacesException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FacesException problem) {
        throw problem;
      }
      throw new IllegalStateException("A photo could not be analysed.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FacesException("The run was interrupted.", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "FacesJ photos");
    thread.setDaemon(true);
    return thread;
  }
}
