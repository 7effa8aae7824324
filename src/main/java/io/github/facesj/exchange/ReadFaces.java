package io.github.facesj.exchange;

import io.github.facesj.run.Problem;
import java.util.List;

/**
 * What a reader made of files.
 *
 * @param photos pictures with their faces, in the order of the files
 * @param problems files or entries that could not be used; the others are there
 */
public record ReadFaces(List<PhotoFaces> photos, List<Problem> problems) {

  public ReadFaces {
    photos = List.copyOf(photos);
    problems = List.copyOf(problems);
  }

  /** All went well. */
  public static ReadFaces of(List<PhotoFaces> photos) {
    return new ReadFaces(photos, List.of());
  }
}
