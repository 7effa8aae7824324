package io.github.facesj.gallery;

import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Known people from a folder of folders, one per person, whose name is the person's. A photo counts
 * only if it shows exactly one face; every other is a problem with its reason.
 *
 * @param faces what was enrolled, people and photos in the order of their names
 * @param problems photos that were not, each with the reason
 */
public record Enrolment(List<Enrolled> faces, List<Problem> problems) {

  /** Finds the faces of a photo, embedded. */
  @FunctionalInterface
  public interface FaceSource {
    /**
     * @throws FacesException if the photo cannot be read, or a face not embedded
     */
    List<Face> faces(Path photo) throws FacesException;
  }

  public Enrolment {
    faces = List.copyOf(faces);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a folder of folders.
   *
   * @param folder holds one folder for each person
   * @param isPhoto which files are photos, by their names
   * @param source finds the faces
   * @throws FacesException if the folder cannot be read, or holds no folder with photos
   */
  public static Enrolment of(
      Path folder, Predicate<Path> isPhoto, FaceSource source, Progress progress)
      throws FacesException {
    List<Path> photos = new ArrayList<>();
    for (Path person : list(folder)) {
      if (Files.isDirectory(person)) {
        list(person).stream().filter(Files::isRegularFile).filter(isPhoto).forEach(photos::add);
      }
    }
    if (photos.isEmpty()) {
      throw new FacesException(
          "The folder %s holds no people: it needs one folder for each person, named like the person, with photos in it."
              .formatted(folder));
    }
    List<Enrolled> faces = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < photos.size() && !progress.isCanceled(); i++) {
      Path photo = photos.get(i);
      String name = folder.relativize(photo).toString();
      progress.at(i, photos.size(), name);
      try {
        faces.add(one(photo, name, source.faces(photo)));
      } catch (FacesException e) {
        Problem problem = new Problem(name, e.getMessage());
        problems.add(problem);
        progress.warn(problem);
      }
    }
    return new Enrolment(faces, problems);
  }

  private static Enrolled one(Path photo, String name, List<Face> found) throws FacesException {
    if (found.isEmpty()) {
      throw new FacesException("No face was found, so the photo was not enrolled.");
    }
    if (found.size() > 1) {
      throw new FacesException(
          "%d faces were found, so the photo was not enrolled: only photos with exactly one face are. Crop it."
              .formatted(found.size()));
    }
    Embedding embedding =
        found
            .get(0)
            .embedding()
            .orElseThrow(() -> new IllegalArgumentException("The faces must be embedded."));
    return new Enrolled(photo.getParent().getFileName().toString(), name, embedding);
  }

  private static List<Path> list(Path folder) throws FacesException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(c -> !c.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (NotDirectoryException e) {
      throw new FacesException("%s is not a folder.".formatted(folder), e);
    } catch (IOException | UncheckedIOException e) {
      throw new FacesException("The folder %s cannot be read: %s".formatted(folder, e), e);
    }
  }
}
