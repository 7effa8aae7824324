package io.github.facesj.exchange;

import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.FaceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The faces of one picture, with their people: what all formats of faces are written from and read
 * to.
 *
 * @param photo name of the photo, relative to the folder it lies in, with {@code /}
 * @param slice number of the picture in its stack or file, from 1
 * @param frame its size, where it is known
 * @param faces in the order they were found; empty for a picture without a face
 * @param run what found them
 * @param problem why the picture could not be searched, or empty where it was
 */
public record PhotoFaces(
    String photo,
    int slice,
    Optional<PhotoFrame> frame,
    List<NamedFace> faces,
    Provenance run,
    String problem) {

  /** What found faces that another program wrote. */
  public static final Provenance ELSEWHERE = new Provenance("", "", "");

  /**
   * @throws IllegalArgumentException if the slice is not positive, or there are faces and a problem
   */
  public PhotoFaces {
    Objects.requireNonNull(photo, "photo");
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(run, "run");
    faces = List.copyOf(faces);
    if (slice < 1) {
      throw new IllegalArgumentException("Slices are counted from 1, but got " + slice + ".");
    }
    if (!faces.isEmpty() && !problem.isEmpty()) {
      throw new IllegalArgumentException("Faces were found, so there is no problem: " + problem);
    }
  }

  /** Faces that another program found or a person marked. */
  public static PhotoFaces of(String photo, Optional<PhotoFrame> frame, List<NamedFace> faces) {
    return new PhotoFaces(photo, 1, frame, faces, ELSEWHERE, "");
  }

  public PhotoFaces withFrame(PhotoFrame known) {
    return new PhotoFaces(photo, slice, Optional.of(known), faces, run, problem);
  }

  public PhotoFaces withFaces(List<NamedFace> others) {
    return new PhotoFaces(photo, slice, frame, others, run, problem);
  }

  /** The rows of a table: one for each face, one for a picture without any. */
  public List<FaceRow> rows() {
    if (!problem.isEmpty()) {
      return List.of(FaceRow.failed(photo, slice, problem, run));
    }
    return FaceRow.of(photo, slice, faces.stream().map(NamedFace::face).toList(), run);
  }

  /**
   * Pictures of rows that follow each other in a table.
   *
   * @param rows of faces whose people are not known
   */
  public static List<PhotoFaces> of(List<FaceRow> rows) {
    List<PhotoFaces> photos = new ArrayList<>();
    for (FaceRow row : rows) {
      List<NamedFace> here = row.face().map(NamedFace::unknown).map(List::of).orElse(List.of());
      photos.add(
          new PhotoFaces(
              row.photo(), row.slice(), Optional.empty(), here, row.run(), row.problem()));
    }
    return joined(photos);
  }

  /** Neighbours that are of the same picture and run become one. */
  public static List<PhotoFaces> joined(List<PhotoFaces> parts) {
    List<PhotoFaces> photos = new ArrayList<>();
    List<NamedFace> faces = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      PhotoFaces part = parts.get(i);
      faces.addAll(part.faces);
      if (i + 1 == parts.size() || !part.continues(parts.get(i + 1))) {
        photos.add(part.withFaces(faces));
        faces.clear();
      }
    }
    return List.copyOf(photos);
  }

  /** Two rows without a face are two pictures, whatever their names. */
  private boolean continues(PhotoFaces next) {
    return !faces.isEmpty()
        && !next.faces.isEmpty()
        && photo.equals(next.photo)
        && slice == next.slice
        && frame.equals(next.frame)
        && run.equals(next.run);
  }
}
