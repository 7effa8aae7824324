package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.fiji.overlay.FaceOverlays;
import io.github.facesj.fiji.overlay.FaceRois;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.FaceRow;
import java.util.ArrayList;
import java.util.List;

/** Shows found faces where the user wants them, beside what is already there. */
public final class DetectionOutput {

  private final ImagePlus image;
  private final List<PlaneFaces> found;

  public DetectionOutput(ImagePlus image, List<PlaneFaces> found) {
    this.image = image;
    this.found = List.copyOf(found);
  }

  /** Draws the faces on the image; other elements of its overlay stay. */
  public void overlay() {
    for (PlaneFaces plane : found) {
      FaceOverlays.show(image, plane.plane(), plane.faces(), FaceRois.SCORE);
    }
  }

  /** Adds the faces to the ROI Manager, behind the ROIs that are there. */
  public void manager() {
    List<Roi> rois = new ArrayList<>();
    for (PlaneFaces plane : found) {
      rois.addAll(FaceRois.of(image, plane.plane(), plane.faces(), FaceRois.SCORE));
    }
    FaceRois.addToManager(rois);
  }

  /** One row for each face, and one for each picture without a face. */
  public List<FaceRow> rows(Provenance how) {
    List<FaceRow> rows = new ArrayList<>();
    for (PlaneFaces plane : found) {
      rows.addAll(
          FaceRow.of(image.getTitle(), plane.plane().stackIndex(image), plane.faces(), how));
    }
    return rows;
  }
}
