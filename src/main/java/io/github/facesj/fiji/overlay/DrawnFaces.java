package io.github.facesj.fiji.overlay;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.plugin.frame.RoiManager;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.picture.LabelledFace;
import java.awt.GraphicsEnvironment;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    Roi[] drawn = rois(image, source);
    List<Roi> rois = source == FaceSource.SELECTION ? List.of(drawn) : rectangles(drawn);
    List<PlaneFaces> found =
        planes.stream().map(plane -> new PlaneFaces(plane, faces(image, plane, rois))).toList();
    if (found.stream().allMatch(plane -> plane.faces().isEmpty())) {
      throw new IllegalArgumentException(
          switch (source) {
            case SELECTION ->
                String.format(
                    Locale.ROOT,
                    "The image %s has no area selected. Draw a rectangle around a face, or use"
                        + " source=detect.",
                    image.getTitle());
            case OVERLAY ->
                String.format(
                    Locale.ROOT,
                    "The overlay of the image %s has no rectangle here. Add one around each face,"
                        + " or use source=detect.",
                    image.getTitle());
            default ->
                "The ROI Manager has no rectangle for this picture. Add one around each face, or"
                    + " use source=detect.";
          });
    }
    return found;
  }

  /**
   * The same for one picture, with the people's names and the points that the rectangles have.
   *
   * @throws IllegalArgumentException if nothing is drawn there, with how to do it
   */
  public static List<LabelledFace> named(ImagePlus image, FaceSource source, PlanePosition plane) {
    List<Face> drawn = on(image, source, List.of(plane)).get(0).faces();
    if (source == FaceSource.SELECTION) {
      return drawn.stream().map(f -> new LabelledFace(f, Optional.empty(), "")).toList();
    }
    List<Roi> here =
        Arrays.stream(rois(image, source)).filter(roi -> isOn(roi, plane, image)).toList();
    return RoiFaces.faces(here).stream()
        .map(f -> new LabelledFace(f.face(), Optional.of(f.name()).filter(n -> !n.isBlank()), ""))
        .toList();
  }

  /** All that is drawn there, points and labels as well. */
  static Roi[] rois(ImagePlus image, FaceSource source) {
    return switch (source) {
      case SELECTION -> parts(image.getRoi()).toArray(Roi[]::new);
      case OVERLAY -> {
        Overlay overlay = image.getOverlay();
        yield overlay == null ? new Roi[0] : overlay.toArray();
      }
      case MANAGER -> {
        if (GraphicsEnvironment.isHeadless()) {
          throw new IllegalArgumentException(
              "Without a screen there is no ROI Manager to take faces from: use source=overlay.");
        }
        RoiManager manager = RoiManager.getInstance2();
        yield manager == null ? new Roi[0] : manager.getRoisAsArray();
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
    return Arrays.stream(rois).filter(DrawnFaces::isBox).toList();
  }

  /** Whether a ROI is a rectangle that somebody drew round a face, and no label. */
  static boolean isBox(Roi roi) {
    return roi.getType() == Roi.RECTANGLE
        && !(roi instanceof TextRoi)
        && !(roi instanceof ImageRoi);
  }

  private static List<Face> faces(ImagePlus image, PlanePosition plane, List<Roi> rois) {
    return rois.stream()
        .filter(roi -> isOn(roi, plane, image))
        .map(roi -> Face.of(box(roi), 1))
        .filter(face -> face.box().area() > 0)
        .toList();
  }

  /** Whether a ROI is bound to a picture, or to none. */
  static boolean isOn(Roi roi, PlanePosition plane, ImagePlus image) {
    return (roi.getPosition() == 0 && !roi.hasHyperStackPosition()) || plane.holds(roi, image);
  }

  static Box box(Roi roi) {
    Rectangle2D.Double bounds = roi.getFloatBounds();
    return new Box(bounds.x, bounds.y, bounds.width, bounds.height);
  }
}
