package io.github.facesj.gallery;

import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  public Enrolment {
    faces = List.copyOf(faces);
    problems = List.copyOf(problems);
  }

  /**
   * The photos in a folder of folders, in the order of people and photos.
   *
   * @param folder holds one folder for each person
   * @param isPhoto which files are photos, by their names
   * @throws FacesException if the folder cannot be read, or holds no folder with photos
   */
  public static List<Path> photos(Path folder, Predicate<Path> isPhoto) throws FacesException {
    List<Path> photos = new ArrayList<>();
    for (Path person : list(folder)) {
      if (Files.isDirectory(person)) {
        list(person).stream().filter(Files::isRegularFile).filter(isPhoto).forEach(photos::add);
      }
    }
    if (photos.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The folder %s holds no people: it needs one folder for each person, named like the"
                  + " person, with photos in it.",
              folder));
    }
    return photos;
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
    return new Enrolled(PathText.name(photo.getParent()), name, embedding);
  }

  private static List<Path> list(Path folder) throws FacesException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(c -> !PathText.name(c).startsWith(".")).sorted().toList();
    } catch (NotDirectoryException e) {
      throw new FacesException(String.format(Locale.ROOT, "%s is not a folder.", folder), e);
    } catch (IOException | UncheckedIOException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "The folder %s cannot be read: %s", folder, e), e);
    }
  }
}
