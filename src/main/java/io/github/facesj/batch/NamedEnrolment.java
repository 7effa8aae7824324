package io.github.facesj.batch;

import io.github.facesj.analysis.Recognizer;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.gallery.Enrolment;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Known people from photos in which somebody has named faces, in whatever program: in each box the
 * face is looked for again, because programs frame faces in different ways.
 */
public final class NamedEnrolment {

  /**
   * Least overlap (IoU) of a named box and a found face, as nextcloud/recognize matches boxes of
   * different makers (tests/analyse-face-assignments.js).
   */
  private static final double SAME = 0.3;

  private NamedEnrolment() {}

  /** The faces of one photo, and the boxes in which none was found. */
  private record Found(List<Enrolled> faces, List<Problem> gaps) {}

  /**
   * Enrols every face with a name.
   *
   * @param photos named boxes
   * @param folder that the names of the photos are relative to
   * @param factory makes what finds and embeds the faces, one for each thread
   * @param threads photos worked on at the same time, at least 1
   * @return faces in the order of the photos; boxes without a face and photos that cannot be read
   *     are problems
   * @throws FacesException if a model is missing, or a fault ends the run
   */
  public static Enrolment of(
      List<PhotoFaces> photos,
      Path folder,
      Factory<Recognizer> factory,
      int threads,
      Progress progress)
      throws FacesException {
    List<PhotoFaces> named =
        photos.stream().filter(p -> p.faces().stream().anyMatch(f -> !f.name().isEmpty())).toList();
    List<Enrolled> enrolled = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int[] done = {0};
    new PhotoBatch<>(folder, factory, threads)
        .each(
            named.iterator(),
            (Recognizer recognizer, PhotoFaces photo, Progress stop) ->
                look(recognizer, folder, photo, stop),
            (PhotoFaces photo, WorkResult<Found> result) -> {
              Found found = result.or(f -> new Found(List.of(), List.of(f.at(photo.photo()))));
              enrolled.addAll(found.faces());
              problems.addAll(found.gaps());
              Optional<Throwable> mistake = result.fault().flatMap(Fault::mistake);
              found.gaps().forEach(gap -> progress.warn(gap, mistake));
              progress.at(++done[0], named.size(), photo.photo());
            },
            progress);
    return new Enrolment(enrolled, problems);
  }

  private static Found look(Recognizer recognizer, Path folder, PhotoFaces photo, Progress stop)
      throws FacesException {
    FaceImage image = page(PathText.resolve(folder, photo.photo()), photo.slice(), stop);
    List<Face> found = new ArrayList<>(recognizer.recognize(image, stop));
    List<Enrolled> faces = new ArrayList<>();
    List<Problem> gaps = new ArrayList<>();
    for (NamedFace face : photo.faces().stream().filter(f -> !f.name().isEmpty()).toList()) {
      Optional<Face> match = best(face.face().box(), found);
      if (match.isPresent()) {
        found.remove(match.get());
        faces.add(enrolled(photo.photo(), face.name(), match.get()));
      } else {
        gaps.add(
            new Problem(
                photo.photo(),
                String.format(
                    Locale.ROOT,
                    "No face was found in the box of %s, so it was not enrolled.",
                    face.name())));
      }
    }
    return new Found(faces, gaps);
  }

  private static FaceImage page(Path photo, int slice, Progress stop) throws FacesException {
    int pages = slice == 1 ? 1 : PhotoReader.pages(photo, stop);
    if (slice > pages) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Faces are named on page %d of the photo %s, which has %d.",
              slice,
              photo,
              pages));
    }
    return PhotoReader.read(photo, slice - 1, stop);
  }

  private static Optional<Face> best(Box box, List<Face> found) {
    Face best = null;
    double overlap = SAME;
    for (Face face : found) {
      if (face.box().iou(box) > overlap) {
        best = face;
        overlap = face.box().iou(box);
      }
    }
    return Optional.ofNullable(best);
  }

  private static Enrolled enrolled(String photo, String person, Face face) {
    Embedding vector =
        face.embedding()
            .orElseThrow(() -> new IllegalArgumentException("The faces must be embedded."));
    return new Enrolled(person, photo, vector);
  }

  /**
   * Enrols every face with a name that has a vector already, as those have that were exported as
   * embeddings.
   */
  public static Enrolment ofVectors(List<PhotoFaces> photos) {
    List<Enrolled> enrolled = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (PhotoFaces photo : photos) {
      for (NamedFace face : photo.faces()) {
        if (!face.name().isEmpty() && face.face().embedding().isPresent()) {
          try {
            enrolled.add(enrolled(photo.photo(), face.name(), face.face()));
          } catch (IllegalArgumentException e) {
            problems.add(new Problem(photo.photo(), e.getMessage()));
          }
        }
      }
    }
    return new Enrolment(enrolled, problems);
  }
}
