package io.github.facesj.batch;

import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of one page of one file. A photo that could not be read or analysed has a problem
 * instead of a picture, and no faces because nobody looked, not because there are none.
 *
 * @param file the photo
 * @param page 0-based page of the file; 0 for all but multi-page TIFFs
 * @param pages number of pages of the file
 * @param image the upright picture, absent where it could not be read
 * @param faces in pixels of the upright picture, best score first
 * @param problem what went wrong
 */
public record PhotoResult(
    Path file,
    int page,
    int pages,
    Optional<FaceImage> image,
    List<Face> faces,
    Optional<Problem> problem) {

  public PhotoResult {
    faces = List.copyOf(faces);
  }

  static PhotoResult found(Path file, int page, int pages, FaceImage image, List<Face> faces) {
    return new PhotoResult(file, page, pages, Optional.of(image), faces, Optional.empty());
  }

  static PhotoResult failed(Path file, int page, int pages, String sentence) {
    Problem problem = new Problem(file.toString(), sentence);
    return new PhotoResult(file, page, pages, Optional.empty(), List.of(), Optional.of(problem));
  }
}
