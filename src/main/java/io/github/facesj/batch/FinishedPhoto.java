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
 * @param problems of its pages
 * @param rows as the table has them
 */
public record FinishedPhoto(
    String photo,
    FileStamp stamp,
    int pages,
    int faces,
    boolean settled,
    List<Problem> problems,
    String rows) {

  public FinishedPhoto {
    problems = List.copyOf(problems);
  }
}
