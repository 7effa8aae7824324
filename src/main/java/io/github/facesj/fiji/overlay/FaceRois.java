package io.github.facesj.fiji.overlay;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.picture.FaceDrawing;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Faces as ROIs: for each a rectangle named such as {@code face-1 0.98}, and its five points as one
 * multi-point ROI named {@code face-1 points}. Both are bound to their picture of a stack.
 *
 * <p>ImageJ counts points from the centre of the first pixel, FacesJ from its corner: the ROI's
 * coordinates are smaller by 0.5 than those in the table, and lie on the same spot.
 */
public final class FaceRois {

  /** Labels a face with its score, such as {@code 0.98}. */
  public static final Function<Face, String> SCORE = FaceDrawing.SCORE;

  static final Color BOX = FaceDrawing.BOX;
  static final Color POINTS = FaceDrawing.POINTS;

  /** Under this the rectangle keeps the score with all its digits. */
  static final String SCORE_KEY = "facesj-score";

  private FaceRois() {}

  /**
   * The ROIs of all faces, in their order.
   *
   * @param label what stands behind the number in the name of the rectangle
   */
  public static List<Roi> of(
      ImagePlus image, PlanePosition at, List<Face> faces, Function<Face, String> label) {
    List<Roi> rois = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      Face face = faces.get(i);
      String name = "face-" + (i + 1);
      double stroke = strokeWidth(image, face);
      Roi box = finish(rectangle(face.box()), name + " " + label.apply(face), stroke, BOX);
      box.setProperty(SCORE_KEY, Double.toString(face.score()));
      rois.add(box);
      face.points().ifPresent(p -> rois.add(finish(points(p, face), name + " points", 1, POINTS)));
    }
    rois.forEach(roi -> at.bind(roi, image));
    return rois;
  }

  /**
   * To be called before work whose result shall be ROIs in the ROI Manager.
   *
   * @throws IllegalArgumentException where there is no screen, and therefore no ROI Manager
   */
  public static void requireManager() {
    if (GraphicsEnvironment.isHeadless()) {
      throw new IllegalArgumentException(
          "Without a screen there is no ROI Manager: use manager=false, and the overlay or the"
              + " table.");
    }
  }

  /**
   * Adds ROIs to the ROI Manager, behind those the user has there.
   *
   * @throws IllegalArgumentException where there is no screen, and therefore no ROI Manager
   */
  public static void addToManager(List<Roi> rois) {
    requireManager();
    RoiManager ofMacro = RoiManager.getInstance2(); // in batch mode a hidden one, which macros read
    RoiManager manager = ofMacro != null ? ofMacro : RoiManager.getRoiManager();
    rois.forEach(manager::addRoi);
  }

  static double strokeWidth(ImagePlus image, Face face) {
    return FaceDrawing.stroke(Math.max(image.getWidth(), image.getHeight()), face.box());
  }

  static Roi rectangle(Box box) {
    return new Roi(box.x(), box.y(), box.width(), box.height());
  }

  static Roi points(Landmarks landmarks, Face face) {
    float[] x = new float[landmarks.size()];
    float[] y = new float[landmarks.size()];
    for (int i = 0; i < landmarks.size(); i++) {
      x[i] = (float) (landmarks.x(i) - 0.5);
      y[i] = (float) (landmarks.y(i) - 0.5);
    }
    PointRoi points = new PointRoi(x, y, landmarks.size());
    points.setPointType(PointRoi.DOT);
    // ImageJ's sizes: 1 small, 2 medium, 3 large.
    double width = face.box().width();
    points.setSize(width < 40 ? 1 : width < 120 ? 2 : 3);
    points.setShowLabels(false);
    return points;
  }

  private static Roi finish(Roi roi, String name, double stroke, Color color) {
    roi.setName(name);
    roi.setStrokeColor(color);
    roi.setStrokeWidth(stroke);
    return roi;
  }
}
