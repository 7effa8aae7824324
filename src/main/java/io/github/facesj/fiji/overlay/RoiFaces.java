package io.github.facesj.fiji.overlay;

import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.face.Face;
import io.github.facesj.face.FacePart;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Faces as ROIs and ROIs as faces: a rectangle is a face, points called like it are its points, and
 * what stands behind its number is its person. A rectangle that a person drew and named is that
 * person's face.
 */
final class RoiFaces {

  /** Under this the rectangle keeps the person, whatever characters the name has. */
  private static final String NAME_KEY = "facesj-name";

  private static final Pattern OURS = Pattern.compile("face-(\\d{1,6})(?: (.*))?", Pattern.DOTALL);

  /** A score, or a person's distance, behind the name. */
  private static final Pattern NUMBER = Pattern.compile("(?:^| )\\d+[.]\\d\\d$");

  /** As the ROI Manager names what has no name: by place, and perhaps slice. */
  private static final Pattern UNNAMED = Pattern.compile("(\\d{4,}-)?\\d{4,}-\\d{4,}");

  private static final String POINTS = "points";
  private static final String LANDMARKS = "landmarks";
  private static final String UNKNOWN = "unknown";

  private RoiFaces() {}

  /**
   * The rectangle, and its points.
   *
   * @param number of the face in its picture, from 1
   */
  static List<Roi> of(NamedFace face, int number) {
    List<Roi> rois = new ArrayList<>();
    String begin = "face-" + number + " ";
    Roi box = FaceRois.rectangle(face.face().box());
    box.setName((begin + face.name()).strip());
    box.setProperty(FaceRois.SCORE_KEY, Double.toString(face.face().score()));
    box.setProperty(NAME_KEY, encoded(face.name()));
    box.setStrokeColor(FaceRois.BOX);
    rois.add(box);
    face.face().points().ifPresent(p -> rois.add(points(p, face.face(), begin + POINTS)));
    face.face().landmarks().ifPresent(p -> rois.add(points(p, face.face(), begin + LANDMARKS)));
    return rois;
  }

  private static Roi points(Landmarks points, Face face, String name) {
    Roi roi = FaceRois.points(points, face);
    roi.setName(name);
    roi.setStrokeColor(FaceRois.POINTS);
    return roi;
  }

  /** The faces among the ROIs of one picture, in their order. */
  static List<NamedFace> faces(List<Roi> rois) {
    Map<String, Roi> named = new HashMap<>();
    rois.stream().filter(r -> r.getName() != null).forEach(r -> named.put(r.getName(), r));
    List<NamedFace> faces = new ArrayList<>();
    for (Roi roi : rois) {
      if (DrawnFaces.isBox(roi) && DrawnFaces.box(roi).area() > 0) {
        faces.add(face(roi, named));
      }
    }
    return faces;
  }

  private static NamedFace face(Roi box, Map<String, Roi> named) {
    String roiName = box.getName() == null ? "" : box.getName();
    Matcher ours = OURS.matcher(roiName);
    if (!ours.matches()) {
      String person = UNNAMED.matcher(roiName).matches() ? "" : roiName;
      return new NamedFace(Face.of(DrawnFaces.box(box), 1), person);
    }
    String begin = "face-" + ours.group(1) + " ";
    Face face =
        new Face(
            DrawnFaces.box(box),
            score(box),
            points(named.get(begin + POINTS)).filter(p -> p.scheme() == LandmarkScheme.FIVE),
            points(named.get(begin + LANDMARKS)).or(() -> parts(begin, named)),
            Optional.empty());
    return new NamedFace(face, name(box, ours.group(2)));
  }

  private static double score(Roi box) {
    String text = box.getProperty(FaceRois.SCORE_KEY);
    try {
      double score = text == null ? 1 : Double.parseDouble(text.strip());
      return score >= 0 && score <= 1 ? score : 1;
    } catch (NumberFormatException e) {
      return 1; // somebody else's property of this name
    }
  }

  private static String name(Roi box, String label) {
    String kept = box.getProperty(NAME_KEY);
    if (kept != null) {
      return decoded(kept.strip());
    }
    String name = label == null ? "" : NUMBER.matcher(label).replaceFirst("").strip();
    return name.equals(UNKNOWN) ? "" : name;
  }

  private static Optional<Landmarks> points(Roi roi) {
    if (!(roi instanceof PointRoi)) {
      return Optional.empty();
    }
    double[] xy = coordinates(roi);
    return Arrays.stream(LandmarkScheme.values())
        .filter(s -> 2 * s.points() == xy.length)
        .findFirst()
        .map(s -> Landmarks.of(s, xy));
  }

  /** Landmarks that are drawn part by part, in the order of their scheme. */
  private static Optional<Landmarks> parts(String begin, Map<String, Roi> named) {
    Map<FacePart, double[]> parts = new HashMap<>();
    int total = 0;
    for (FacePart part : FacePart.values()) {
      Roi roi = named.get(begin + part.name().toLowerCase(Locale.ROOT));
      double[] xy = roi instanceof PointRoi ? coordinates(roi) : new double[0];
      parts.put(part, xy);
      total += xy.length;
    }
    for (LandmarkScheme scheme : LandmarkScheme.values()) {
      if (2 * scheme.points() == total && fits(scheme, parts)) {
        return Optional.of(joined(scheme, parts));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(LandmarkScheme scheme, Map<FacePart, double[]> parts) {
    return parts.entrySet().stream()
        .allMatch(
            e ->
                2
                        * IntStream.range(0, scheme.points())
                            .filter(i -> scheme.part(i) == e.getKey())
                            .count()
                    == e.getValue().length);
  }

  private static Landmarks joined(LandmarkScheme scheme, Map<FacePart, double[]> parts) {
    Map<FacePart, Integer> next = new HashMap<>();
    double[] xy = new double[2 * scheme.points()];
    for (int i = 0; i < scheme.points(); i++) {
      int at = next.merge(scheme.part(i), 1, Integer::sum) - 1;
      xy[2 * i] = parts.get(scheme.part(i))[2 * at];
      xy[2 * i + 1] = parts.get(scheme.part(i))[2 * at + 1];
    }
    return Landmarks.of(scheme, xy);
  }

  /** ImageJ counts points from the centre of the first pixel. */
  private static double[] coordinates(Roi points) {
    FloatPolygon polygon = points.getFloatPolygon();
    double[] xy = new double[2 * polygon.npoints];
    for (int i = 0; i < polygon.npoints; i++) {
      xy[2 * i] = polygon.xpoints[i] + 0.5;
      xy[2 * i + 1] = polygon.ypoints[i] + 0.5;
    }
    return xy;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What {@link #encoded} wrote; as it is where somebody else wrote it. */
  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
