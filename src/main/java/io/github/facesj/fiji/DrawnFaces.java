package io.github.facesj.fiji;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.plugin.frame.RoiManager;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import java.awt.GraphicsEnvironment;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/**
 * Faces that a person marked: a box drawn by hand is a face, of score 1. Boxes that FacesJ drew and
 * somebody moved count as well; labels, points and lines do not.
 */
public final class DrawnFaces {

  private DrawnFaces() {}

  /**
   * The faces drawn on pictures of an image. What is bound to no picture of a stack counts for all.
   *
   * @param source not {@link FaceSource#DETECT}
   * @return one for each picture, those without a face included, as long as there is one in all
   * @throws IllegalArgumentException if nothing is drawn there, with how to do it
   */
  public static List<PlaneFaces> on(
      ImagePlus image, FaceSource source, List<PlanePosition> planes) {
    List<Roi> rois = rois(image, source);
    List<PlaneFaces> found =
        planes.stream().map(plane -> new PlaneFaces(plane, faces(image, plane, rois))).toList();
    if (found.stream().allMatch(plane -> plane.faces().isEmpty())) {
      throw new IllegalArgumentException(
          switch (source) {
            case SELECTION ->
                "The image %s has no area selected. Draw a rectangle around a face, or use source=detect."
                    .formatted(image.getTitle());
            case OVERLAY ->
                "The overlay of the image %s has no rectangle here. Add one around each face, or use source=detect."
                    .formatted(image.getTitle());
            default ->
                "The ROI Manager has no rectangle for this picture. Add one around each face, or use source=detect.";
          });
    }
    return found;
  }

  private static List<Roi> rois(ImagePlus image, FaceSource source) {
    return switch (source) {
      case SELECTION -> parts(image.getRoi());
      case OVERLAY -> {
        Overlay overlay = image.getOverlay();
        yield overlay == null ? List.of() : rectangles(overlay.toArray());
      }
      case MANAGER -> {
        if (GraphicsEnvironment.isHeadless()) {
          throw new IllegalArgumentException(
              "Without a screen there is no ROI Manager to take faces from: use source=overlay.");
        }
        RoiManager manager = RoiManager.getInstance2();
        yield manager == null ? List.of() : rectangles(manager.getRoisAsArray());
      }
      case DETECT -> throw new IllegalArgumentException("Detected faces are not drawn.");
    };
  }

  private static List<Roi> parts(Roi selection) {
    if (selection == null || !selection.isArea()) {
      return List.of();
    }
    return selection instanceof ShapeRoi shape
        ? Arrays.stream(shape.getRois()).filter(Roi::isArea).toList()
        : List.of(selection);
  }

  private static List<Roi> rectangles(Roi[] rois) {
    return Arrays.stream(rois)
        .filter(roi -> roi.getType() == Roi.RECTANGLE)
        .filter(roi -> !(roi instanceof TextRoi) && !(roi instanceof ImageRoi))
        .toList();
  }

  private static List<Face> faces(ImagePlus image, PlanePosition plane, List<Roi> rois) {
    return rois.stream()
        .filter(roi -> isEverywhere(roi) || plane.holds(roi, image))
        .map(roi -> Face.of(box(roi.getFloatBounds()), 1))
        .filter(face -> face.box().area() > 0)
        .toList();
  }

  private static boolean isEverywhere(Roi roi) {
    return roi.getPosition() == 0 && !roi.hasHyperStackPosition();
  }

  private static Box box(Rectangle2D.Double bounds) {
    return new Box(bounds.x, bounds.y, bounds.width, bounds.height);
  }
}
