package io.github.facesj.exchange;

import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Sizes and orientations of photos, looked up in their files where they are not known. */
public final class PhotoSizes {

  private PhotoSizes() {}

  /**
   * @param photos some of them perhaps without a size
   * @param folder where the photos lie; without one only those are kept that have a size
   * @param progress asked between two photos whether to go on
   * @return those with a size, and the others as problems
   * @throws FacesException if every photo would fare the same
   */
  public static ReadFaces complete(
      List<PhotoFaces> photos, Optional<Path> folder, Progress progress) throws FacesException {
    List<PhotoFaces> complete = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Consumer<Problem> tell = ((Consumer<Problem>) problems::add).andThen(progress::warn);
    for (int i = 0; i < photos.size() && !progress.isCanceled(); i++) {
      PhotoFaces photo = photos.get(i);
      progress.at(i, photos.size(), photo.photo());
      WorkResult.orProblem(photo.photo(), tell, () -> sized(photo, folder))
          .ifPresent(complete::add);
    }
    return new ReadFaces(complete, problems);
  }

  private static PhotoFaces sized(PhotoFaces photo, Optional<Path> folder) throws FacesException {
    try {
      if (folder.isPresent()) {
        return checked(photo, folder.get());
      }
      FormatRequirements.frame(photo);
      return photo;
    } catch (IllegalArgumentException e) {
      throw new FacesException(e.getMessage(), e); // what the format asks for and the photo lacks
    }
  }

  private static PhotoFaces checked(PhotoFaces photo, Path folder) throws FacesException {
    Path file = FolderFiles.inside(folder, photo.photo());
    PhotoFrame frame = PhotoReader.frame(file, photo.slice() - 1);
    PhotoFrame before = photo.frame().orElse(frame);
    if (before.width() != frame.width() || before.height() != frame.height()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Its faces were found on a picture of %d x %d pixels, but the file %s has %d x %d."
                  + " Find them again.",
              before.width(),
              before.height(),
              file,
              frame.width(),
              frame.height()));
    }
    return photo.withFrame(frame);
  }
}
