package io.github.facesj.fiji.overlay;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.image.Fonts;
import io.github.facesj.picture.FaceDrawing;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.function.Function;

/**
 * Faces as an overlay: the ROIs of {@link FaceRois} with a label above each box. What else lies on
 * the image stays; what FacesJ drew on the same picture before is replaced.
 */
public final class FaceOverlays {

  /** Marks what FacesJ drew, and stays with the element when the image is saved. */
  private static final String OURS = "facesj";

  private FaceOverlays() {}

  /**
   * Draws faces on an image.
   *
   * @param label what stands behind the number of a face; {@link FaceRois#SCORE} or a name
   */
  public static void show(
      ImagePlus image, PlanePosition at, List<Face> faces, Function<Face, String> label) {
    image.setOverlay(of(image, at, faces, label));
  }

  /**
   * The overlay of an image with faces drawn on it; the image keeps the one it has, so that it can
   * be put back. Where there are no {@link Fonts} there are no labels.
   */
  public static Overlay of(
      ImagePlus image, PlanePosition at, List<Face> faces, Function<Face, String> label) {
    Overlay overlay = without(image, at);
    for (Roi roi : FaceRois.of(image, at, faces, label)) {
      add(overlay, roi);
    }
    for (int i = 0; i < faces.size() && Fonts.available(); i++) {
      Roi text = label(image, faces.get(i), "#" + (i + 1) + " " + label.apply(faces.get(i)));
      text.setName("face-" + (i + 1) + " label");
      at.bind(text, image);
      add(overlay, text);
    }
    return overlay;
  }

  /** Draws more of what FacesJ knows of the faces, to be replaced together with them. */
  public static void append(ImagePlus image, List<Roi> rois) {
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay().duplicate();
    rois.forEach(roi -> add(overlay, roi));
    image.setOverlay(overlay);
  }

  /** The overlay of an image without the faces drawn on one of its pictures. */
  public static Overlay without(ImagePlus image, PlanePosition at) {
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay().duplicate();
    for (int i = overlay.size() - 1; i >= 0; i--) {
      if (isOurs(overlay.get(i)) && at.holds(overlay.get(i), image)) {
        overlay.remove(i);
      }
    }
    return overlay;
  }

  /** Whether FacesJ drew an element of an overlay. */
  public static boolean isOurs(Roi roi) {
    return roi.getProperty(OURS) != null;
  }

  private static void add(Overlay overlay, Roi roi) {
    roi.setProperty(OURS, "1");
    overlay.add(roi);
  }

  /** White on a dark plate, above the box, or below its upper edge where there is no room. */
  private static Roi label(ImagePlus image, Face face, String words) {
    double side = Math.max(image.getWidth(), image.getHeight());
    Font font = new Font(Font.SANS_SERIF, Font.BOLD, FaceDrawing.letters(side, face.box()));
    TextRoi text = new TextRoi(0.0, 0.0, " " + words + " ", font);
    text.setStrokeColor(Color.WHITE);
    text.setFillColor(FaceDrawing.PLATE);
    text.setAntialiased(true);
    double stroke = FaceRois.strokeWidth(image, face);
    double width = text.getFloatWidth();
    double height = text.getFloatHeight();
    double above = face.box().y() - height - stroke;
    double y = above >= 0 ? above : Math.max(0, face.box().y()) + stroke;
    double x = face.box().x() - stroke / 2;
    text.setLocation(
        Math.max(0, Math.min(x, image.getWidth() - width)),
        Math.max(0, Math.min(y, image.getHeight() - height)));
    return text;
  }
}
