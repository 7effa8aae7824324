package io.github.facesj.batch;

import io.github.facesj.run.Problem;
import java.util.List;

/**
 * The rows of one photo in an {@link UnfinishedTable}.
 *
 * @param photo its name relative to its folder
 * @param stamp of the file before it was opened
 * @param pages of the file
 * @param faces found in all of them
 * @param settled whether the photo would give the same rows again
 * @param told of its pages, in the order in which it was told
 * @param rows as the table has them
 */
public record FinishedPhoto(
    String photo,
    FileStamp stamp,
    int pages,
    int faces,
    boolean settled,
    List<Told> told,
    String rows) {

  public FinishedPhoto {
    told = List.copyOf(told);
  }

  /**
   * What a person is told of a page.
   *
   * @param failed whether the page could not be looked at; else it is a remark on how it was
   */
  public record Told(Problem problem, boolean failed) {}

  /** Why pages could not be looked at; empty where all were. */
  public List<Problem> problems() {
    return told.stream().filter(Told::failed).map(Told::problem).toList();
  }

  /** Whether a page could not be looked at. */
  boolean failed() {
    return told.stream().anyMatch(Told::failed);
  }
}
