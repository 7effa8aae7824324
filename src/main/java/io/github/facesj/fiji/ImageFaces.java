package io.github.facesj.fiji;

import ij.ImagePlus;
import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.analysis.FaceCompletion;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.overlay.DrawnFaces;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.model.ModelCard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.FaceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The faces of an image window, detected or drawn, and what was done to get them.
 *
 * @param image the window's image
 * @param planes one for each picture looked at, those without a face included
 * @param origin how the faces came about, as a person would write it in a macro
 */
public record ImageFaces(ImagePlus image, List<PlaneFaces> planes, String origin) {

  public ImageFaces {
    planes = List.copyOf(planes);
  }

  /**
   * Faces that a detector finds in the image, or in its selection.
   *
   * @throws FacesException if the network fails
   * @throws IllegalArgumentException if the selection lies outside the image
   */
  public static ImageFaces detected(
      ImagePlus image, List<PlanePosition> planes, FaceAnalyzer analyzer, Progress progress)
      throws FacesException {
    Provenance how = analyzer.provenance();
    return new ImageFaces(
        image,
        new ImageDetection(image, analyzer).detect(planes, progress),
        String.format(Locale.ROOT, "source=detect model=%s %s", how.model(), how.parameters()));
  }

  /**
   * Faces that a person drew.
   *
   * @param source not {@link FaceSource#DETECT}
   * @throws IllegalArgumentException if nothing is drawn there
   */
  public static ImageFaces drawn(ImagePlus image, List<PlanePosition> planes, FaceSource source) {
    return new ImageFaces(
        image,
        DrawnFaces.on(image, source, planes),
        "source=" + source.name().toLowerCase(Locale.ROOT));
  }

  /**
   * The same faces with landmarks or embeddings.
   *
   * @throws FacesException if a network fails
   */
  public ImageFaces complete(FaceCompletion completion, Progress progress) throws FacesException {
    List<PlaneFaces> done = new ArrayList<>();
    for (PlaneFaces here : planes) {
      if (progress.isCanceled()) {
        break;
      }
      progress.at(done.size(), planes.size(), "Looking at faces of " + image.getTitle());
      List<Face> faces =
          completion.complete(ImagePlusPixels.of(image, here.plane()), here.faces(), progress);
      done.add(new PlaneFaces(here.plane(), faces));
    }
    progress.at(done.size(), planes.size(), "");
    return new ImageFaces(image, done, origin + completion.parameters());
  }

  /**
   * One row for each face, and one for each picture without a face.
   *
   * @param model what the rows name as their model
   * @param card its card
   */
  public List<FaceRow> rows(String model, ModelCard card) {
    return new DetectionOutput(image, planes).rows(Provenance.now(model, card.hashes(), origin));
  }
}
