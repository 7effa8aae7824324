package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.fiji.overlay.FaceOverlays;
import io.github.facesj.fiji.overlay.FaceRois;
import io.github.facesj.fiji.overlay.LandmarkRois;
import io.github.facesj.model.ModelCard;
import io.github.facesj.run.FacesException;
import io.github.facesj.table.LandmarkTable;
import io.github.facesj.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows landmarks where the user wants them, beside what is already there. */
public final class LandmarkOutput {

  private final ImageFaces found;
  private final LandmarkScheme scheme;
  private final ModelCard card;

  /**
   * @param found faces with landmarks of the scheme
   * @param card of the model that gave the landmarks
   */
  public LandmarkOutput(ImageFaces found, LandmarkScheme scheme, ModelCard card) {
    this.found = found;
    this.scheme = scheme;
    this.card = card;
  }

  /**
   * The detector's own five points as landmarks.
   *
   * @param card of the detector
   * @throws IllegalArgumentException if it gives no points
   */
  public static LandmarkOutput ofDetector(ImageFaces found, ModelCard card) {
    List<PlaneFaces> planes = new ArrayList<>();
    for (PlaneFaces here : found.planes()) {
      List<Face> faces = here.faces().stream().map(face -> pointed(face, card)).toList();
      planes.add(new PlaneFaces(here.plane(), faces));
    }
    ImageFaces five = new ImageFaces(found.image(), planes, found.origin() + " landmarks=detector");
    return new LandmarkOutput(five, LandmarkScheme.FIVE, card);
  }

  private static Face pointed(Face face, ModelCard card) {
    return face.points()
        .map(face::withLandmarks)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "The detector %s gives no points. Choose another detector, or a landmark"
                            + " model.",
                        card.id())));
  }

  /** One row for each face, and one for each picture without a face. */
  public Table table() {
    return LandmarkTable.of(found.rows(card.id(), card), scheme);
  }

  /** The same with head poses by a network instead of those fitted to the landmarks. */
  public Table table(NetworkPose pose) throws FacesException {
    return LandmarkTable.of(found.rows(card.id(), card), scheme, pose.of(found));
  }

  /** Draws boxes and landmarks on the image; other elements of its overlay stay. */
  public void overlay(boolean lines) {
    ImagePlus image = found.image();
    for (PlaneFaces here : found.planes()) {
      List<Face> boxes = here.faces().stream().map(LandmarkOutput::withoutFive).toList();
      FaceOverlays.show(image, here.plane(), boxes, FaceRois.SCORE);
      FaceOverlays.append(image, LandmarkRois.of(image, here.plane(), here.faces(), lines));
    }
  }

  /** Adds the landmarks to the ROI Manager, behind the ROIs that are there. */
  public void manager(boolean lines) {
    List<Roi> rois = new ArrayList<>();
    for (PlaneFaces here : found.planes()) {
      rois.addAll(LandmarkRois.of(found.image(), here.plane(), here.faces(), lines));
    }
    FaceRois.addToManager(rois);
  }

  /** The landmarks say all that the detector's points do, and more exactly. */
  private static Face withoutFive(Face face) {
    return new Face(face.box(), face.score(), Optional.empty(), face.landmarks(), face.embedding());
  }
}
