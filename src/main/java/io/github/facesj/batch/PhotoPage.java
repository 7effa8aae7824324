package io.github.facesj.batch;

import io.github.facesj.image.FaceImage;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.photo.ReducedPhoto;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
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
 * @param bytes of Java's memory that the picture needs, if it is read in its own size
 * @param fault why the file cannot be opened
 */
public record PhotoPage(
    Path photo, int number, int pages, FileStamp stamp, long bytes, Optional<Fault> fault) {

  /** The only page of a file that cannot be opened, or that nobody opens. */
  public static PhotoPage unopened(Path photo, FileStamp stamp, Optional<Fault> fault) {
    return new PhotoPage(photo, 0, 1, stamp, 0, fault);
  }

  /**
   * The pages of a file: at least one, which has the fault if the file cannot be opened.
   *
   * @param stop asked while the file's head is read whether to go on
   */
  public static List<PhotoPage> of(Path photo, Progress stop) {
    FileStamp stamp = FileStamp.of(photo);
    WorkResult<List<Long>> needs = WorkResult.of(() -> PhotoReader.needs(photo, stop));
    if (needs.fault().isPresent()) {
      return List.of(unopened(photo, stamp, needs.fault()));
    }
    List<PhotoPage> all = new ArrayList<>();
    int pages = needs.value().orElseThrow().size();
    for (long bytes : needs.value().orElseThrow()) {
      all.add(new PhotoPage(photo, all.size(), pages, stamp, bytes, Optional.empty()));
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

  /** The picture, upright, and reduced where there is no room for all of it; else the same. */
  public ReducedPhoto read(long room, Progress stop) throws FacesException {
    if (fault.isPresent()) {
      throw fault.get().exception();
    }
    return PhotoReader.read(photo, number, room, stop);
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
