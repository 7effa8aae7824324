package io.github.facesj.fiji.overlay;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.run.FacesException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A photo with its faces drawn into the pixels, as the overlay shows them, with a dark rim around
 * lines and points so that they can be seen on any ground. Needs no screen.
 */
public final class AnnotatedImage {

  private static final Color RIM = new Color(0, 0, 0, 150);

  private AnnotatedImage() {}

  /** The picture. */
  public static BufferedImage draw(
      FaceImage photo, List<Face> faces, Function<Face, String> label) {
    int[] rgb = photo.pixels().clone();
    ImagePlus image = new ImagePlus("", new ColorProcessor(photo.width(), photo.height(), rgb));
    PlanePosition at = PlanePosition.current(image);
    double side = Math.max(photo.width(), photo.height());
    image.setOverlay(rimmed(FaceOverlays.of(image, at, faces, label), faces, side));
    return image.flatten().getBufferedImage();
  }

  /**
   * Writes the picture as PNG; the folder is made if it does not exist.
   *
   * @param guard of the run
   * @throws FacesException if it cannot be written
   */
  public static void write(
      Path png, FaceImage photo, List<Face> faces, Function<Face, String> label, WriteGuard guard)
      throws FacesException {
    int[] pixels =
        draw(photo, faces, label)
            .getRGB(0, 0, photo.width(), photo.height(), null, 0, photo.width());
    PictureFile.write(png, FaceImage.of(photo.width(), photo.height(), pixels), guard);
  }

  /** The same elements, larger points, and a rim below each line and point. */
  private static Overlay rimmed(Overlay overlay, List<Face> faces, double side) {
    Overlay rimmed = new Overlay();
    for (Roi roi : overlay) {
      if (roi instanceof PointRoi) {
        continue;
      }
      if (!(roi instanceof TextRoi)) {
        Roi rim = (Roi) roi.clone();
        rim.setStrokeColor(RIM);
        rim.setStrokeWidth(roi.getStrokeWidth() + 2);
        rimmed.add(rim);
      }
      rimmed.add(roi);
    }
    for (Face face : faces) {
      double radius = Math.max(1.25, Math.min(face.box().width() / 40, side / 200));
      face.points().ifPresent(p -> addDots(rimmed, p, radius));
    }
    return rimmed;
  }

  static void addDots(Overlay overlay, Landmarks points, double radius) {
    for (int i = 0; i < points.size(); i++) {
      overlay.add(dot(points, i, radius + Math.max(1, radius / 3), RIM));
      overlay.add(dot(points, i, radius, FaceRois.POINTS));
    }
  }

  private static Roi dot(Landmarks points, int i, double radius, Color color) {
    Roi dot = new OvalRoi(points.x(i) - radius, points.y(i) - radius, 2 * radius, 2 * radius);
    dot.setFillColor(color);
    return dot;
  }
}
