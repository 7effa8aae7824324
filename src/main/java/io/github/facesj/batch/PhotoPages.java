package io.github.facesj.batch;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.PhotoReader;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages of a photo file, and how each is looked at so that a bad one stops nobody. */
public final class PhotoPages {

  public static final String NO_MEMORY =
      "There is not enough memory for this photo. Make it smaller, or give ImageJ more memory with "
          + "Edit > Options > Memory & Threads.";

  static final String MISTAKE =
      "FacesJ made a mistake on this photo (%s). Please report it, with the photo if you may.";

  private PhotoPages() {}

  /**
   * One page of one file.
   *
   * @param number 0-based
   * @param pages how many the file has, 1 if it cannot be opened
   * @param problem why the file cannot be opened, or empty
   * @param passing whether the file is not to blame for that
   */
  public record Page(Path photo, int number, int pages, String problem, boolean passing) {}

  /** What is done with a picture. */
  @FunctionalInterface
  public interface Look<R> {
    R at(FaceImage image) throws FacesException;
  }

  /** What becomes of a page that could not be looked at. */
  @FunctionalInterface
  public interface Failure<R> {
    /**
     * @param sentence what went wrong
     * @param passing whether the photo is not to blame, and may do well another time
     */
    R of(String sentence, boolean passing);
  }

  /** The pages of a file: at least one, which has the problem if the file cannot be opened. */
  public static List<Page> of(Path photo) {
    try {
      int pages = PhotoReader.pages(photo);
      List<Page> all = new ArrayList<>();
      for (int page = 0; page < pages; page++) {
        all.add(new Page(photo, page, pages, "", false));
      }
      return all;
    } catch (FacesException e) {
      return List.of(new Page(photo, 0, 1, e.getMessage(), passing(e)));
    }
  }

  /** Reads a page and looks at it, whatever goes wrong. */
  public static <R> R look(Page at, Look<R> look, Failure<R> failed) {
    if (!at.problem().isEmpty()) {
      return failed.of(at.problem(), at.passing());
    }
    try {
      return look.at(PhotoReader.read(at.photo(), at.number()));
    } catch (FacesException e) {
      return failed.of(e.getMessage(), passing(e));
    } catch (OutOfMemoryError e) {
      return failed.of(NO_MEMORY, true);
    } catch (RuntimeException e) {
      return failed.of(MISTAKE.formatted(e), false);
    }
  }

  private static boolean passing(FacesException e) {
    return e.isPassing();
  }
}
