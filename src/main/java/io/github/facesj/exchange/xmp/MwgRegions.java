package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.image.PhotoFrame;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Regions of the Metadata Working Group, as Lightroom, digiKam, Picasa and others write them: the
 * centre and size of the area in parts of the stored picture.
 */
final class MwgRegions {

  private static final XmpSpace SPACE = XmpSpace.REGIONS;
  private static final String FACE = "Face";

  private final XmpTree xmp;
  private final String dimensions = SPACE.name("Regions") + "/" + SPACE.name("AppliedToDimensions");
  private final String list = SPACE.name("Regions") + "/" + SPACE.name("RegionList");

  MwgRegions(XmpTree xmp) {
    this.xmp = xmp;
  }

  /** A region, and its number in the list from 1. */
  record Numbered(int number, FaceRegion region) {}

  /** Width and height of the picture that the regions were made for, where it is noted. */
  Optional<double[]> dimensions() {
    Optional<Double> w = xmp.number(SPACE, dimensions + "/" + XmpSpace.DIMENSIONS.name("w"));
    Optional<Double> h = xmp.number(SPACE, dimensions + "/" + XmpSpace.DIMENSIONS.name("h"));
    return w.isPresent() && h.isPresent() && w.get() > 0 && h.get() > 0
        ? Optional.of(new double[] {w.get(), h.get()})
        : Optional.empty();
  }

  /** The regions that are faces and have an area; others are passed over. */
  List<Numbered> faces() {
    List<Numbered> faces = new ArrayList<>();
    for (int i = 1; i <= xmp.count(SPACE, list); i++) {
      int number = i;
      String type = xmp.text(SPACE, at(i, SPACE.name("Type"))).orElse(FACE);
      if (type.equalsIgnoreCase(FACE)) {
        area(i).ifPresent(area -> faces.add(new Numbered(number, region(number, area))));
      }
    }
    return faces;
  }

  /** What is wrong with regions that are faces by their kind, but have no place. */
  List<String> unusable() {
    List<String> sentences = new ArrayList<>();
    for (int i = 1; i <= xmp.count(SPACE, list); i++) {
      String type = xmp.text(SPACE, at(i, SPACE.name("Type"))).orElse(FACE);
      if (type.equalsIgnoreCase(FACE) && area(i).isEmpty() && !isCircle(i)) {
        StringBuilder numbers = new StringBuilder();
        for (String field : List.of("x", "y", "w", "h")) {
          numbers.append(xmp.text(SPACE, area(i, field)).orElse("nothing")).append(' ');
        }
        sentences.add(
            String.format(
                Locale.ROOT,
                "Face region %d has no place: its x, y, width and height are %s. It was left out.",
                i,
                Reason.quote(numbers.toString().strip())));
      }
    }
    return sentences;
  }

  /** A centre and a diameter, or none: of those no box is known. */
  private boolean isCircle(int i) {
    return xmp.text(SPACE, area(i, "w")).isEmpty() && xmp.text(SPACE, area(i, "h")).isEmpty();
  }

  private FaceRegion region(int i, Box area) {
    return new FaceRegion(
        area,
        xmp.text(SPACE, at(i, SPACE.name("Name"))).orElse(""),
        xmp.number(SPACE, note(i, "Score")).filter(s -> s >= 0 && s <= 1),
        xmp.text(SPACE, note(i, "Name")));
  }

  private Optional<Box> area(int i) {
    double[] v = new double[4];
    for (int k = 0; k < 4; k++) {
      Optional<Double> number = xmp.number(SPACE, area(i, "xywh".substring(k, k + 1)));
      if (number.isEmpty()) {
        return Optional.empty(); // a point or a circle
      }
      v[k] = number.get();
    }
    if (xmp.text(SPACE, area(i, "unit")).orElse("").equals("pixel")) {
      Optional<double[]> of = dimensions();
      if (of.isEmpty()) {
        return Optional.empty();
      }
      for (int k = 0; k < 4; k++) {
        v[k] /= of.get()[k % 2];
      }
    }
    return FaceRegion.area(v[0] - v[2] / 2, v[1] - v[3] / 2, v[2], v[3]);
  }

  /**
   * Makes the list what a plan says.
   *
   * @param faces the regions the plan was made for
   */
  void write(RegionPlan.Outcome plan, List<Numbered> faces, PhotoFrame frame)
      throws FacesException {
    for (int i = faces.size() - 1; i >= 0; i--) { // from the end, because removing renumbers
      FaceRegion next = plan.there().get(i);
      int number = faces.get(i).number();
      if (next == null) {
        xmp.remove(SPACE, at(number));
      } else if (!next.equals(faces.get(i).region())) {
        put(number, next);
      }
    }
    for (FaceRegion face : plan.added()) {
      xmp.append(SPACE, list);
      put(xmp.count(SPACE, list), face);
    }
    if (xmp.count(SPACE, list) == 0) {
      xmp.remove(SPACE, SPACE.name("Regions"));
    } else {
      String w = Integer.toString(frame.storedWidth());
      String h = Integer.toString(frame.storedHeight());
      xmp.put(SPACE, dimensions + "/" + XmpSpace.DIMENSIONS.name("w"), w);
      xmp.put(SPACE, dimensions + "/" + XmpSpace.DIMENSIONS.name("h"), h);
      xmp.put(SPACE, dimensions + "/" + XmpSpace.DIMENSIONS.name("unit"), "pixel");
    }
  }

  private void put(int i, FaceRegion face) throws FacesException {
    if (face.name().isEmpty()) {
      xmp.remove(SPACE, at(i, SPACE.name("Name")));
    } else {
      xmp.put(SPACE, at(i, SPACE.name("Name")), face.name());
    }
    xmp.put(SPACE, at(i, SPACE.name("Type")), FACE);
    if (face.written().isEmpty()) {
      return; // only the name is ours
    }
    Box area = face.area();
    xmp.put(SPACE, area(i, "x"), FaceRegion.text(area.centerX()));
    xmp.put(SPACE, area(i, "y"), FaceRegion.text(area.centerY()));
    xmp.put(SPACE, area(i, "w"), FaceRegion.text(area.width()));
    xmp.put(SPACE, area(i, "h"), FaceRegion.text(area.height()));
    xmp.put(SPACE, area(i, "unit"), "normalized");
    xmp.put(SPACE, note(i, "Name"), face.written().get());
    xmp.put(SPACE, note(i, "Score"), Double.toString(face.score().orElse(1.0)));
  }

  private String at(int i) {
    return list + "[" + i + "]";
  }

  private String at(int i, String field) {
    return at(i) + "/" + field;
  }

  private String area(int i, String field) {
    return at(i, SPACE.name("Area")) + "/" + XmpSpace.AREA.name(field);
  }

  private String note(int i, String field) {
    return at(i, SPACE.name("Extensions")) + "/" + XmpSpace.FACESJ.name(field);
  }
}
