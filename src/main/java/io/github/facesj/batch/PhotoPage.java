package io.github.facesj.batch;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.PhotoReader;
import io.github.facesj.io.PathText;
import io.github.facesj.run.Attempted;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page of a photo file.
 *
 * @param photo the file
 * @param number 0-based
 * @param pages how many the file has, 1 if it cannot be opened
 * @param stamp of the file before it was opened
 * @param fault why the file cannot be opened
 */
public record PhotoPage(Path photo, int number, int pages, FileStamp stamp, Optional<Fault> fault) {

  /** The pages of a file: at least one, which has the fault if the file cannot be opened. */
  public static List<PhotoPage> of(Path photo) {
    FileStamp stamp = FileStamp.of(photo);
    Attempted<Integer> pages = Attempted.of(() -> PhotoReader.pages(photo));
    List<PhotoPage> all = new ArrayList<>();
    for (int page = 0; page < pages.or(fault -> 1); page++) {
      all.add(new PhotoPage(photo, page, pages.or(fault -> 1), stamp, pages.fault()));
    }
    return all;
  }

  /**
   * The picture, upright.
   *
   * @param stop asked while the file is read whether to go on
   * @throws FacesException if the file could not be opened, or the page cannot be read
   */
  public FaceImage read(Progress stop) throws FacesException {
    if (fault.isPresent()) {
      throw fault.get().exception();
    }
    return PhotoReader.read(photo, number, stop);
  }

  /** Whether no page of the photo comes after this. */
  public boolean isLast() {
    return number == pages - 1;
  }

  @Override
  public String toString() {
    String name = PathText.name(photo);
    return pages == 1 ? name : name + " page " + (number + 1);
  }
}
