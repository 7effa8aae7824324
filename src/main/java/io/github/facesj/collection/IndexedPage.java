package io.github.facesj.collection;

import io.github.facesj.archive.NewFace;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.PhotoReader;
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
 */
record IndexedPage(List<NewFace> faces, Optional<String> taken) {

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
      return new IndexedPage(List.of(), Optional.empty());
    }
    FaceImage image = item.page().read(stop);
    int number = item.page().number();
    Optional<String> taken = number == 0 ? taken(item.page().photo()) : Optional.empty();
    return new IndexedPage(intake.found(image, number, item.drawn(), stop), taken);
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
