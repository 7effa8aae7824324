package io.github.facesj.fiji.overlay;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import io.github.facesj.face.Face;
import io.github.facesj.face.FacePart;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.face.Outline;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.picture.OkabeIto;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Landmarks as ROIs: for each part of a face one multi-point ROI named such as {@code face-1 eyes},
 * in the order of the scheme, and if asked for the lines between them, {@code face-1 eyes line}.
 *
 * <p>ImageJ counts points and open lines from the centre of the first pixel, FacesJ from its
 * corner: their coordinates are smaller by 0.5 than those in the table, and lie on the same spot.
 */
public final class LandmarkRois {

  private LandmarkRois() {}

  /** The colour of a part. */
  static Color color(FacePart part) {
    return switch (part) {
      case JAW -> Color.WHITE;
      case BROWS -> new Color(OkabeIto.ORANGE);
      case NOSE -> new Color(OkabeIto.YELLOW);
      case EYES -> new Color(OkabeIto.SKY_BLUE);
      case MOUTH -> new Color(OkabeIto.BLUISH_GREEN);
    };
  }

  /**
   * The ROIs of all faces that have landmarks, bound to their picture.
   *
   * @param lines whether points of a part are connected as well
   */
  public static List<Roi> of(ImagePlus image, PlanePosition at, List<Face> faces, boolean lines) {
    List<Roi> rois = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      Face face = faces.get(i);
      String name = "face-" + (i + 1) + " ";
      if (face.landmarks().isPresent()) {
        Landmarks points = face.landmarks().get();
        if (lines) {
          for (Outline outline : points.scheme().outlines()) {
            rois.add(line(image, face, points, outline, name));
          }
        }
        for (FacePart part : FacePart.values()) {
          List<Integer> of = points(points.scheme(), part);
          if (!of.isEmpty()) {
            rois.add(dots(face, points, of, part, name));
          }
        }
      }
    }
    rois.forEach(roi -> at.bind(roi, image));
    return rois;
  }

  private static List<Integer> points(LandmarkScheme scheme, FacePart part) {
    return IntStream.range(0, scheme.points()).filter(p -> scheme.part(p) == part).boxed().toList();
  }

  private static Roi dots(
      Face face, Landmarks points, List<Integer> which, FacePart part, String name) {
    PointRoi dots = new PointRoi(x(points, which, 0.5), y(points, which, 0.5), which.size());
    dots.setPointType(PointRoi.DOT);
    dots.setSize(size(face, points));
    dots.setShowLabels(false);
    return finish(dots, part, name + word(part));
  }

  /** One of ImageJ's sizes (1 small, 2 medium, 3 large) that leaves room between the points. */
  private static int size(Face face, Landmarks points) {
    double room = points.size() > 5 ? face.box().width() / 4 : face.box().width();
    return room < 40 ? 1 : room < 120 ? 2 : 3;
  }

  private static Roi line(
      ImagePlus image, Face face, Landmarks points, Outline outline, String name) {
    // An area's coordinates count from corners, a line's from centres.
    double shift = outline.closed() ? 0 : 0.5;
    PolygonRoi line =
        new PolygonRoi(
            x(points, outline.points(), shift),
            y(points, outline.points(), shift),
            outline.closed() ? Roi.POLYGON : Roi.POLYLINE);
    line.setStrokeWidth(Math.max(0.5, FaceRois.strokeWidth(image, face) / 2));
    return finish(line, outline.part(), name + word(outline.part()) + " line");
  }

  private static Roi finish(Roi roi, FacePart part, String name) {
    roi.setName(name);
    roi.setStrokeColor(color(part));
    return roi;
  }

  private static String word(FacePart part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private static float[] x(Landmarks points, List<Integer> which, double shift) {
    float[] x = new float[which.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (points.x(which.get(i)) - shift);
    }
    return x;
  }

  private static float[] y(Landmarks points, List<Integer> which, double shift) {
    float[] y = new float[which.size()];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) (points.y(which.get(i)) - shift);
    }
    return y;
  }
}
