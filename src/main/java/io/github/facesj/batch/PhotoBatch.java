package io.github.facesj.batch;

import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.photo.PhotoMemory;
import io.github.facesj.photo.ReducedPhoto;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Fault;
import io.github.facesj.run.OrderedWork;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import io.github.facesj.run.ResourceBudget;
import io.github.facesj.run.WorkResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * The way of many photos: each is read, worked on and handed to a sink, several at a time and in
 * their order. One bad photo is one {@link Fault}, and the rest goes on ({@link OrderedWork}); a
 * folder that is taken away ends the run, and so is not a thousand bad photos.
 *
 * @param <T> the tool that works on photos, one for each thread
 */
public final class PhotoBatch<T> {

  /** Works on one page. */
  @FunctionalInterface
  public interface Work<T, R> {
    /**
     * @param image the page, upright
     * @param stop asked between the parts of the work whether to go on
     */
    R on(T tool, PhotoPage page, FaceImage image, Progress stop) throws FacesException;
  }

  /** Works on one page for which there may not be room in its own size. */
  @FunctionalInterface
  public interface WorkWithin<T, R> {
    /**
     * @param photo the page, upright
     * @param stop asked between the parts of the work whether to go on
     */
    R on(T tool, PhotoPage page, ReducedPhoto photo, Progress stop) throws FacesException;
  }

  /** What came of a page, and what a person has to know of the way. */
  private record Seen<R>(R result, Optional<String> remark) {}

  private final Optional<RunFolder> folder;
  private final OrderedWork<T> work;
  private final long bytes = PhotoMemory.room();
  private final ResourceBudget room = PhotoMemory.waitingRoom();

  /**
   * @param folder in or below which the photos lie
   * @param maker makes one tool for each thread
   * @param threads photos worked on at the same time, at least 1; threads in here times threads in
   *     the networks should not exceed the cores
   */
  public PhotoBatch(Path folder, Factory<T> maker, int threads) {
    this(Optional.of(RunFolder.of(folder)), maker, threads);
  }

  /** The same for photos that lie in no folder. */
  public PhotoBatch(Factory<T> maker, int threads) {
    this(Optional.empty(), maker, threads);
  }

  private PhotoBatch(Optional<RunFolder> folder, Factory<T> maker, int threads) {
    this.folder = folder;
    this.work = new OrderedWork<>(maker, threads);
  }

  /**
   * The first tool, for those who ask it something before the work; it works, too.
   *
   * @throws FacesException if it cannot be made
   */
  public T first() throws FacesException {
    return work.first();
  }

  /**
   * Works on every page of photos in its own size.
   *
   * @param photos files in the order wanted, each opened when its turn comes; the report says what
   *     else was there
   * @param faces how many faces a result has
   * @param sink takes the results in order
   * @param progress is told after each photo, and may stop the run
   * @return what it came to
   * @throws FacesException if a tool cannot be made, or a fault ends the run
   */
  public <R> Report pages(
      PhotoListing photos,
      Work<T, R> step,
      ToIntFunction<R> faces,
      OrderedWork.Sink<PhotoPage, R> sink,
      Progress progress)
      throws FacesException {
    PhotoTally tally = new PhotoTally(photos, progress);
    boolean complete =
        run(
            photos.photos().iterator(),
            (T tool, PhotoPage page, Progress stop) ->
                new Seen<>(step.on(tool, page, page.read(stop), stop), Optional.empty()),
            faces,
            sink,
            tally,
            progress);
    return tally.report(!complete);
  }

  /**
   * The same for photos of any size: one for which there is no room is reduced, which the report
   * says.
   */
  public <R> Report pagesWithin(
      PhotoListing photos,
      WorkWithin<T, R> step,
      ToIntFunction<R> faces,
      OrderedWork.Sink<PhotoPage, R> sink,
      Progress progress)
      throws FacesException {
    PhotoTally tally = new PhotoTally(photos, progress);
    boolean complete = pagesWithin(photos.photos().iterator(), step, faces, sink, tally, progress);
    return tally.report(!complete);
  }

  /** The same where somebody else knows a part of the photos. */
  <R> boolean pagesWithin(
      Iterator<Path> photos,
      WorkWithin<T, R> step,
      ToIntFunction<R> faces,
      OrderedWork.Sink<PhotoPage, R> sink,
      PhotoTally tally,
      Progress progress)
      throws FacesException {
    return run(
        photos,
        (T tool, PhotoPage page, Progress stop) -> {
          ReducedPhoto photo = page.read(bytes, stop);
          return new Seen<>(step.on(tool, page, photo, stop), photo.remark());
        },
        faces,
        sink,
        tally,
        progress);
  }

  private <R> boolean run(
      Iterator<Path> photos,
      OrderedWork.Step<T, PhotoPage, Seen<R>> step,
      ToIntFunction<R> faces,
      OrderedWork.Sink<PhotoPage, R> sink,
      PhotoTally tally,
      Progress progress)
      throws FacesException {
    return each(
        new PhotoPages(photos, progress),
        PhotoPage::bytes,
        step,
        (PhotoPage page, WorkResult<Seen<R>> seen) -> {
          seen.value().flatMap(Seen::remark).ifPresent(remark -> tally.remark(page, remark));
          WorkResult<R> result = new WorkResult<>(seen.value().map(Seen::result), seen.fault());
          sink.accept(page, result);
          tally.add(page, result.value().map(faces::applyAsInt).orElse(0), result);
        },
        progress);
  }

  /**
   * The same for what somebody knows more of than the page, such as whether it changed.
   *
   * @return whether all was done; false after a cancel
   * @throws FacesException if a tool cannot be made, or a fault ends the run
   */
  public <I, R> boolean each(
      Iterator<I> items,
      OrderedWork.Step<T, I, R> step,
      OrderedWork.Sink<I, R> sink,
      Progress progress)
      throws FacesException {
    return each(items, item -> 0, step, sink, progress);
  }

  /**
   * The same for pictures that wait until there is memory for them.
   *
   * @param need bytes that an item needs
   */
  public <I, R> boolean each(
      Iterator<I> items,
      ToLongFunction<I> need,
      OrderedWork.Step<T, I, R> step,
      OrderedWork.Sink<I, R> sink,
      Progress progress)
      throws FacesException {
    return work.each(
        items,
        (T tool, I item, Progress stop) ->
            room.with(need.applyAsLong(item), () -> step.on(tool, item, stop)),
        (I item, WorkResult<R> result) -> {
          if (folder.isPresent() && result.fault().filter(Fault::isPassing).isPresent()) {
            folder.get().require();
          }
          sink.accept(item, result);
        },
        progress);
  }

  /**
   * The same where nothing is worth anything without the rest.
   *
   * @param what for a person, such as {@code evaluation}
   * @return one result for each item
   * @throws FacesException if a tool cannot be made, a fault ends the run, or it was cancelled
   */
  public <I, R> List<WorkResult<R>> all(
      String what, List<I> items, OrderedWork.Step<T, I, R> step, Progress progress)
      throws FacesException {
    List<WorkResult<R>> results = new ArrayList<>();
    boolean complete =
        each(
            items.iterator(),
            step,
            (I item, WorkResult<R> result) -> {
              results.add(result);
              progress.at(results.size(), items.size(), String.valueOf(item));
            },
            progress);
    if (!complete) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The %s was stopped after %d of %d photos, so there is no result.",
              what,
              results.size(),
              items.size()));
    }
    return results;
  }
}
