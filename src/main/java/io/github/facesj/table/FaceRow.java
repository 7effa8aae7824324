package io.github.facesj.table;

import io.github.facesj.face.Face;
import io.github.facesj.run.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a table of faces: a face and where it was found, or that a photo has none, or why it
 * is not known whether it has any.
 *
 * @param photo name of the photo, relative to the folder it was found in
 * @param slice number of the picture in its stack or file, from 1
 * @param number number of the face in that picture, from 1 in the order they were found; 0 if the
 *     picture has none
 * @param face the face, empty if the picture has none; of its points the table holds the five
 * @param run what found it
 * @param problem why the picture could not be searched, or empty where it was
 */
public record FaceRow(
    String photo, int slice, int number, Optional<Face> face, Provenance run, String problem) {

  /**
   * @throws IllegalArgumentException if the slice is not positive, the number does not fit the
   *     face, or there is a face and a problem
   */
  public FaceRow {
    Objects.requireNonNull(photo, "photo");
    Objects.requireNonNull(run, "run");
    if (face.isPresent() && !problem.isEmpty()) {
      throw new IllegalArgumentException("A face was found, so there is no problem: " + problem);
    }
    if (slice < 1) {
      throw new IllegalArgumentException("Slices are counted from 1, but got " + slice + ".");
    }
    if (face.isPresent() ? number < 1 : number != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Faces are numbered from 1, and 0 means none, but got number %d for %s.",
              number,
              face.isPresent() ? "a face" : "no face"));
    }
  }

  /** The row of a picture that could not be searched. */
  public static FaceRow failed(String photo, int slice, String problem, Provenance run) {
    return new FaceRow(photo, slice, 0, Optional.empty(), run, problem);
  }

  /** One row per face, or the one row of a picture without faces. */
  public static List<FaceRow> of(String photo, int slice, List<Face> faces, Provenance run) {
    if (faces.isEmpty()) {
      return List.of(new FaceRow(photo, slice, 0, Optional.empty(), run, ""));
    }
    List<FaceRow> rows = new ArrayList<>();
    for (Face face : faces) {
      rows.add(new FaceRow(photo, slice, rows.size() + 1, Optional.of(face), run, ""));
    }
    return List.copyOf(rows);
  }
}
