package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Regions of the Metadata Working Group, as Lightroom, digiKam, Picasa and others write them: the
 * centre and size of the area in parts of the stored picture, or of another ({@link FrameChoice}).
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

  /** What is known of the picture that the areas are parts of. */
  FrameEvidence evidence(Optional<Orientation> noted) {
    boolean rotations = false;
    boolean pixels = false;
    Optional<RegionFrame.Kind> known = Optional.empty();
    for (Numbered face : faces()) {
      int i = face.number();
      rotations |= xmp.text(SPACE, at(i, SPACE.name("Rotation"))).isPresent();
      pixels |= isInPixels(i);
      known = known.or(() -> xmp.text(SPACE, note(i, "Frame")).flatMap(MwgRegions::kind));
    }
    return new FrameEvidence(
        dimensions(), pixels, noted, RegionWriter.of(xmp, rotations), known, false);
  }

  private static Optional<RegionFrame.Kind> kind(String note) {
    return switch (note) {
      case "stored" -> Optional.of(RegionFrame.Kind.STORED);
      case "upright" -> Optional.of(RegionFrame.Kind.UPRIGHT);
      default -> Optional.empty();
    };
  }

  private boolean isInPixels(int i) {
    return xmp.text(SPACE, area(i, "unit")).orElse("").equals("pixel");
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
      if (type.equalsIgnoreCase(FACE) && area(i).isEmpty()) {
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

  private FaceRegion region(int i, Box area) {
    return new FaceRegion(
        area,
        xmp.text(SPACE, at(i, SPACE.name("Name"))).orElse(""),
        xmp.number(SPACE, note(i, "Score")).filter(s -> s >= 0 && s <= 1),
        xmp.text(SPACE, note(i, "Name")));
  }

  private Optional<Box> area(int i) {
    Optional<Double> x = xmp.number(SPACE, area(i, "x"));
    Optional<Double> y = xmp.number(SPACE, area(i, "y"));
    Optional<double[]> size = isCircle(i) ? diameter(i) : sides(i);
    Optional<double[]> whole = isInPixels(i) ? dimensions() : Optional.of(new double[] {1, 1});
    if (x.isEmpty() || y.isEmpty() || size.isEmpty() || whole.isEmpty()) {
      return Optional.empty();
    }
    double w = size.get()[0] / whole.get()[0];
    double h = size.get()[1] / whole.get()[1];
    return FaceRegion.area(
        x.get() / whole.get()[0] - w / 2, y.get() / whole.get()[1] - h / 2, w, h);
  }

  private boolean isCircle(int i) {
    return xmp.text(SPACE, area(i, "w")).isEmpty()
        && xmp.text(SPACE, area(i, "h")).isEmpty()
        && xmp.text(SPACE, area(i, "d")).isPresent();
  }

  private Optional<double[]> sides(int i) {
    Optional<Double> w = xmp.number(SPACE, area(i, "w"));
    Optional<Double> h = xmp.number(SPACE, area(i, "h"));
    return w.isPresent() && h.isPresent()
        ? Optional.of(new double[] {w.get(), h.get()})
        : Optional.empty();
  }

  /** The square round a circle, whose diameter is in parts of the shorter side. */
  private Optional<double[]> diameter(int i) {
    Optional<Double> d = xmp.number(SPACE, area(i, "d"));
    Optional<double[]> size = dimensions();
    if (d.isEmpty() || isInPixels(i)) {
      return d.map(v -> new double[] {v, v});
    }
    return size.map(
        s -> {
          double shorter = Math.min(s[0], s[1]);
          return new double[] {d.get() * shorter / s[0], d.get() * shorter / s[1]};
        });
  }

  /**
   * Makes the list what a plan says.
   *
   * @param plan in parts of the stored picture
   * @param faces the regions the plan was made for, as they are in the list
   * @param frame of the list
   */
  void write(RegionPlan.Outcome plan, List<Numbered> faces, RegionFrame frame, PhotoFrame photo)
      throws FacesException {
    for (int i = faces.size() - 1; i >= 0; i--) { // from the end, because removing renumbers
      RegionPlan.Change next = plan.there().get(i);
      int number = faces.get(i).number();
      if (next.isRemoval()) {
        xmp.remove(SPACE, at(number));
      } else if (next.isChange()) {
        put(number, next.region(), frame);
      }
    }
    for (FaceRegion face : plan.added()) {
      xmp.append(SPACE, list);
      put(xmp.count(SPACE, list), face, frame);
    }
    if (xmp.count(SPACE, list) == 0) {
      xmp.remove(SPACE, SPACE.name("Regions"));
    } else if (dimensions().isEmpty()) {
      double[] size = frame.size(photo);
      put("h", Integer.toString((int) size[1]));
      put("unit", "pixel");
      put("w", Integer.toString((int) size[0]));
    }
  }

  private void put(String dimension, String value) throws FacesException {
    xmp.put(SPACE, dimensions + "/" + XmpSpace.DIMENSIONS.name(dimension), value);
  }

  private void put(int i, FaceRegion face, RegionFrame frame) throws FacesException {
    if (face.name().isEmpty()) {
      xmp.remove(SPACE, at(i, SPACE.name("Name")));
    } else {
      xmp.put(SPACE, at(i, SPACE.name("Name")), face.name());
    }
    xmp.put(SPACE, at(i, SPACE.name("Type")), FACE);
    if (face.written().isEmpty()) {
      return; // only the name is ours
    }
    Box area = frame.ofStored(face.area());
    // In the order of the alphabet, in which it is read again.
    xmp.put(SPACE, area(i, "h"), FaceRegion.text(area.height()));
    xmp.put(SPACE, area(i, "unit"), "normalized");
    xmp.put(SPACE, area(i, "w"), FaceRegion.text(area.width()));
    xmp.put(SPACE, area(i, "x"), FaceRegion.text(area.centerX()));
    xmp.put(SPACE, area(i, "y"), FaceRegion.text(area.centerY()));
    if (frame.kind() != RegionFrame.Kind.BEFORE) {
      xmp.put(SPACE, note(i, "Frame"), frame.isUpright() ? "upright" : "stored");
    }
    xmp.put(SPACE, note(i, "Name"), face.written().get());
    if (face.score().isPresent()) {
      xmp.put(SPACE, note(i, "Score"), Double.toString(face.score().get()));
    } else {
      xmp.remove(SPACE, note(i, "Score"));
    }
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
