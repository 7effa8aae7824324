package io.github.facesj.exchange;

import io.github.facesj.io.Reading;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.nio.file.Path;
import java.util.List;

/** A kind of files in which faces are given to other programs, and taken from them. */
public interface FaceFormat {

  /**
   * Writes faces; earlier files that FacesJ wrote in this format are replaced, folders are made.
   *
   * @param photos in the order in which they are written
   * @param target a file, or a folder where the format has a file for each photo
   * @param guard knows the files that the faces are from
   * @return what could not be written; the rest is there
   * @throws FacesException if a file cannot or must not be written; of several, none is written
   *     where one must not be
   * @throws IllegalArgumentException if the format cannot hold these faces, with what to do
   */
  List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard) throws FacesException;

  /** Writes faces that are from no file. */
  default List<Problem> write(List<PhotoFaces> photos, Path target) throws FacesException {
    return write(photos, target, WriteGuard.none());
  }

  /**
   * Reads faces, also where a file asks for more memory than there is: that is a sentence then.
   *
   * @param source a file, or a folder where the format has a file for each photo
   * @throws FacesException if the file cannot be read, is of another kind, or too large
   * @throws IllegalArgumentException if the format is one that is only written
   */
  default ReadFaces read(Path source) throws FacesException {
    return Reading.guarded("the faces in", source, () -> parse(source));
  }

  /**
   * What {@link #read} does, but for its care for memory.
   *
   * @param source a file, or a folder where the format has a file for each photo
   * @throws FacesException if the file cannot be read or is of another kind
   * @throws IllegalArgumentException if the format is one that is only written
   */
  ReadFaces parse(Path source) throws FacesException;
}
