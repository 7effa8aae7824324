package io.github.facesj.collection;

import io.github.facesj.archive.NewFace;
import io.github.facesj.face.Box;
import io.github.facesj.photo.PhotoMemory;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.photo.ReducedPhoto;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an archive is told of one page of a photo.
 *
 * @param faces found, none where the archive knows the photo
 * @param taken when the photo was taken; looked up with its first page
 * @param remark what a person has to know of how it was looked at
 */
record IndexedPage(List<NewFace> faces, Optional<String> taken, Optional<String> remark) {

  /**
   * Looks at a page.
   *
   * @throws FacesException if the page cannot be read, a network fails, or the archive could not be
   *     asked what it knows of the photo, which ends the run
   */
  static IndexedPage of(FaceIntake intake, IndexItems.Item item, Progress stop)
      throws FacesException {
    if (item.failure().isPresent()) {
      FacesException failure = item.failure().get();
      throw FacesException.endingTheRun(failure.getMessage(), failure);
    }
    if (item.known()) {
      return new IndexedPage(List.of(), Optional.empty(), Optional.empty());
    }
    ReducedPhoto photo = item.page().read(PhotoMemory.room(), stop);
    int number = item.page().number();
    Optional<String> taken = number == 0 ? taken(item.page().photo()) : Optional.empty();
    List<Box> drawn = item.drawn().stream().map(photo::toReduced).toList();
    List<NewFace> faces =
        intake.found(photo.image(), number, drawn, stop).stream()
            .map(face -> face.moved(photo::toFull, photo::toFull))
            .toList();
    return new IndexedPage(faces, taken, photo.remark());
  }

  /** Damaged notes do not make a photo unreadable that could be looked at. */
  private static Optional<String> taken(Path photo) throws FacesException {
    try {
      return PhotoReader.taken(photo);
    } catch (FacesException e) {
      if (e.isPassing()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
