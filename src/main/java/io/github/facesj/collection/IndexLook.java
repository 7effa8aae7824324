package io.github.facesj.collection;

import io.github.facesj.archive.NewFace;
import io.github.facesj.batch.PhotoPages;
import io.github.facesj.image.PhotoReader;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Looks at pages. Where the memory does not suffice for several large photos at the same time, one
 * of them is looked at again while the others wait. Safe for several threads.
 */
final class IndexLook {

  private final ReadWriteLock memory = new ReentrantReadWriteLock();

  /**
   * What came of one page.
   *
   * @param item the page
   * @param faces found, none where there is a problem
   * @param taken when the photo was taken; looked up with its first page
   * @param problem why nobody could look at it
   * @param passing whether the photo is not to blame for that
   */
  record Looked(
      IndexItems.Item item,
      List<NewFace> faces,
      Optional<String> taken,
      Optional<String> problem,
      boolean passing) {}

  Looked at(FaceIntake intake, IndexItems.Item item) throws FacesException {
    if (item.failure().isPresent()) {
      throw item.failure().get();
    }
    if (item.known()) {
      return new Looked(item, List.of(), Optional.empty(), Optional.empty(), false);
    }
    Looked first = holding(memory.readLock(), intake, item);
    return first.passing() && item.page().problem().isEmpty()
        ? holding(memory.writeLock(), intake, item)
        : first;
  }

  private static Looked holding(Lock lock, FaceIntake intake, IndexItems.Item item) {
    lock.lock();
    try {
      PhotoPages.Page page = item.page();
      return PhotoPages.look(
          page,
          image -> {
            Optional<String> taken = page.number() == 0 ? taken(page.photo()) : Optional.empty();
            List<NewFace> faces = intake.found(image, page.number(), item.drawn());
            return new Looked(item, faces, taken, Optional.empty(), false);
          },
          (sentence, passing) ->
              new Looked(item, List.of(), Optional.empty(), Optional.of(sentence), passing));
    } finally {
      lock.unlock();
    }
  }

  /** Damaged notes do not make a photo unreadable that could be looked at. */
  private static Optional<String> taken(Path photo) {
    try {
      return PhotoReader.taken(photo);
    } catch (FacesException e) {
      return Optional.empty();
    }
  }
}
