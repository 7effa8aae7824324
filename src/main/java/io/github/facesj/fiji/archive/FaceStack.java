package io.github.facesj.fiji.archive;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import io.github.facesj.archive.Archive;
import io.github.facesj.collection.SimilarFaces;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.JpegReader;
import io.github.facesj.run.FacesException;
import java.util.Locale;
import java.util.Optional;

/** Faces of an archive as a stack of small pictures, each labelled with its photo. */
public final class FaceStack {

  private FaceStack() {}

  /**
   * @param title of the window
   * @return one slice for each face in their order, or empty where there is none
   * @throws FacesException if the archive cannot be read, or a picture in it is damaged
   */
  public static Optional<ImagePlus> of(Archive archive, SimilarFaces faces, String title)
      throws FacesException {
    ImageStack stack = new ImageStack();
    for (SimilarFaces.Similar similar : faces.faces()) {
      String path = similar.seen().photo().path();
      String label =
          String.format(
              Locale.ROOT,
              "%s %.3f %s",
              similar.seen().person().orElse("unnamed"),
              similar.distance(),
              path.substring(path.lastIndexOf('/') + 1));
      stack.addSlice(label, picture(archive, similar.seen().face().id()));
    }
    return stack.size() == 0 ? Optional.empty() : Optional.of(new ImagePlus(title, stack));
  }

  private static ColorProcessor picture(Archive archive, long face) throws FacesException {
    FaceImage image =
        JpegReader.decode(archive.thumbnail(face))
            .orElseThrow(
                () ->
                    new FacesException(
                        String.format(
                            Locale.ROOT,
                            "The small picture of face %d in the archive %s is damaged. Index its"
                                + " photo anew.",
                            face,
                            archive.file())));
    return new ColorProcessor(image.width(), image.height(), image.pixels());
  }
}
