package io.github.facesj.exchange;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.FileTally;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader made of files.
 *
 * @param photos pictures with their faces, in the order of the files
 * @param problems files or entries that could not be used; the others are there
 * @param files what became of each file, if a folder was read
 */
public record ReadFaces(
    List<PhotoFaces> photos, List<Problem> problems, Optional<FileTally> files) {

  public ReadFaces {
    photos = List.copyOf(photos);
    problems = List.copyOf(problems);
  }

  /** What one file holds. */
  public ReadFaces(List<PhotoFaces> photos, List<Problem> problems) {
    this(photos, problems, Optional.empty());
  }

  /**
   * What could be used of a file.
   *
   * @param source the file
   * @throws FacesException if nothing could, with the first problem
   */
  public static ReadFaces of(Path source, List<PhotoFaces> photos, Problems problems)
      throws FacesException {
    List<Problem> all = problems.list();
    if (photos.isEmpty() && !all.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s cannot be used: nothing in it is a face. The first problem: %s",
              source,
              all.get(0).sentence()));
    }
    return new ReadFaces(photos, all);
  }

  /** All went well. */
  public static ReadFaces of(List<PhotoFaces> photos) {
    return new ReadFaces(photos, List.of());
  }
}
