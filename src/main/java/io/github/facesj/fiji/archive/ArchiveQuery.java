package io.github.facesj.fiji.archive;

import ij.ImagePlus;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.SelectionArea;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.CancelCheck;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one face of an image that an archive is asked about: the one in its selection, or the only
 * one there is. It is found in the whole picture, as the archive's faces were; where a selection
 * holds nothing that the detector finds, the selection itself is the box of the face.
 *
 * @param recognizer with the archive's models
 */
public record ArchiveQuery(Recognizer recognizer) {

  /** Least overlap (IoU) of a selection and the found face that it means. */
  private static final double SAME = 0.3;

  /**
   * @throws FacesException if a network fails, or the work was stopped
   * @throws IllegalArgumentException if it is not clear which face is meant
   */
  public Embedding face(ImagePlus image, Progress progress) throws FacesException {
    FaceImage picture = ImagePlusPixels.current(image);
    List<Face> found = recognizer.recognize(picture, progress);
    CancelCheck.require(progress);
    Optional<Box> selected = SelectionArea.of(image).map(SelectionArea::bounds);
    if (selected.isPresent()) {
      Box box = selected.get();
      Optional<Face> meant = Face.nearest(found, box, SAME);
      return embedding(
          meant.isPresent()
              ? meant.get()
              : recognizer.embed(picture, List.of(Face.of(box, 1)), progress).get(0));
    }
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s faces were found in the image %s. Draw a rectangle round the one that is meant.",
              found.isEmpty() ? "No" : found.size(),
              image.getTitle()));
    }
    return embedding(found.get(0));
  }

  private static Embedding embedding(Face face) {
    return face.embedding().orElseThrow();
  }
}
