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
import io.github.facesj.image.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * Enrols every face with a name.
   *
   * @param photos named boxes
   * @param folder that the names of the photos are relative to
   * @param recognizer finds and embeds the faces
   * @return faces in the order of the photos; boxes without a face and photos that cannot be read
   *     are problems
   */
  public static Enrolment of(
      List<PhotoFaces> photos, Path folder, Recognizer recognizer, Progress progress) {
    List<Enrolled> enrolled = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < photos.size() && !progress.isCanceled(); i++) {
      PhotoFaces photo = photos.get(i);
      progress.at(i, photos.size(), photo.photo());
      List<NamedFace> named = photo.faces().stream().filter(f -> !f.name().isEmpty()).toList();
      if (named.isEmpty()) {
        continue;
      }
      try {
        FaceImage image = PhotoReader.read(folder.resolve(photo.photo()), photo.slice() - 1);
        List<Face> found = new ArrayList<>(recognizer.recognize(image, progress));
        for (NamedFace face : named) {
          Optional<Face> match = best(face.face().box(), found);
          if (match.isPresent()) {
            found.remove(match.get());
            enrolled.add(enrolled(photo.photo(), face.name(), match.get()));
          } else {
            problems.add(
                new Problem(
                    photo.photo(),
                    "No face was found in the box of %s, so it was not enrolled."
                        .formatted(face.name())));
          }
        }
      } catch (FacesException | IllegalArgumentException e) {
        problems.add(new Problem(photo.photo(), e.getMessage()));
      }
    }
    problems.forEach(progress::warn);
    return new Enrolment(enrolled, problems);
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
