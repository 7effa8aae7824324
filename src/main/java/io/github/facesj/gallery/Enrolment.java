package io.github.facesj.gallery;

import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.face.PersonName;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.FileTally;
import io.github.facesj.run.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Known people from a folder of folders, one per person, whose name is the person's. A photo counts
 * only if it shows exactly one face; every other is a problem with its reason.
 *
 * @param faces what was enrolled, people and photos in the order of their names
 * @param problems photos that were not, each with the reason
 * @param files what became of each file of the folder, if they came from one
 */
public record Enrolment(List<Enrolled> faces, List<Problem> problems, Optional<FileTally> files) {

  public Enrolment {
    faces = List.copyOf(faces);
    problems = List.copyOf(problems);
  }

  /** People whose photos were not looked for in a folder. */
  public Enrolment(List<Enrolled> faces, List<Problem> problems) {
    this(faces, problems, Optional.empty());
  }

  /**
   * The face of one photo.
   *
   * @param photo in the folder of its person
   * @param name the photo's, as the gallery keeps it
   * @param found all faces of the photo, embedded
   * @throws FacesException if there is not exactly one
   */
  public static Enrolled one(Path photo, String name, List<Face> found) throws FacesException {
    String person = person(photo);
    if (found.isEmpty()) {
      throw new FacesException("No face was found, so the photo was not enrolled.");
    }
    if (found.size() > 1) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%d faces were found, so the photo was not enrolled: only photos with exactly one"
                  + " face are. Crop it.",
              found.size()));
    }
    Embedding embedding =
        found
            .get(0)
            .embedding()
            .orElseThrow(() -> new IllegalArgumentException("The faces must be embedded."));
    return new Enrolled(person, name, embedding);
  }

  private static String person(Path photo) throws FacesException {
    try {
      return PersonName.given(PathText.name(photo.getParent()));
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          "The folder cannot name a person, so the photo was not enrolled. " + e.getMessage(), e);
    }
  }
}
