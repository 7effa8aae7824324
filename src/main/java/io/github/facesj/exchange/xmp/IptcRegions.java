package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.photo.PhotoFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Image regions of IPTC that are of one person: rectangles by their corner, circles, polygons, in
 * parts of the stored picture or in its pixels. Read only; of a circle or polygon the box round it.
 *
 * <p>A region is of a person if it names one, or is of a type or role that says so; a plain name is
 * taken for a person's where neither type nor role says what it is.
 */
final class IptcRegions {

  private static final XmpSpace SPACE = XmpSpace.IPTC;

  private final XmpTree xmp;
  private final PhotoFrame photo;
  private final String list = SPACE.name("ImageRegion");
  private final List<FaceRegion> faces = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * @param photo whose stored width and height pixels and circles are measured by
   */
  IptcRegions(XmpTree xmp, PhotoFrame photo) {
    this.xmp = xmp;
    this.photo = photo;
  }

  RegionList list(String source) {
    for (int i = 1; i <= xmp.count(SPACE, list); i++) {
      read(i);
    }
    return new RegionList(source, faces, FrameEvidence.STORED, false, false, leftOut);
  }

  private void read(int i) {
    List<String> people = people(i);
    boolean plain = texts(i, "rCtype").isEmpty() && texts(i, "rRole").isEmpty();
    Optional<String> name = xmp.anyLanguage(SPACE, at(i, "Name"));
    if (people.isEmpty() && !(isPerson(i) || (plain && name.isPresent()))) {
      return; // a thing, or a crop
    }
    if (people.size() > 1) {
      leftOut.add(
          String.format(
              Locale.ROOT,
              "Image region %d of IPTC is of %d people together (%s), so nobody's face is known by"
                  + " it. It was left out.",
              i,
              people.size(),
              String.join(", ", people)));
      return;
    }
    String person = people.isEmpty() ? name.orElse("") : people.get(0);
    Optional<Box> area = area(i);
    if (area.isEmpty()) {
      leftOut.add(
          String.format(
              Locale.ROOT,
              "Image region %d of IPTC%s has no boundary that can be read. It was left out.",
              i,
              person.isEmpty() ? "" : " (" + person + ")"));
    } else if (area.get().equals(new Box(0, 0, 1, 1))) {
      leftOut.add(
          String.format(
              Locale.ROOT,
              "Image region %d of IPTC%s is the whole picture, so nobody knows where the face is."
                  + " It was left out.",
              i,
              person.isEmpty() ? "" : " (" + person + ")"));
    } else {
      faces.add(new FaceRegion(area.get(), person, Optional.empty(), Optional.empty()));
    }
  }

  private List<String> people(int i) {
    String details = at(i, "PersonInImageWDetails");
    List<String> named = new ArrayList<>(xmp.texts(SPACE, at(i, "PersonInImage")));
    for (int k = 1; k <= xmp.count(SPACE, details); k++) {
      xmp.anyLanguage(SPACE, details + "[" + k + "]/" + SPACE.name("PersonName"))
          .ifPresent(named::add);
    }
    return named.stream().filter(n -> !n.isBlank()).distinct().toList();
  }

  /** By the identifiers and names of its types and roles. */
  private boolean isPerson(int i) {
    return Stream.concat(texts(i, "rCtype").stream(), texts(i, "rRole").stream())
        .map(t -> t.toLowerCase(Locale.ROOT))
        .anyMatch(t -> t.matches(".*\\b(human|person|face)\\b.*"));
  }

  private List<String> texts(int i, String field) {
    List<String> texts = new ArrayList<>();
    for (int k = 1; k <= xmp.count(SPACE, at(i, field)); k++) {
      String concept = at(i, field) + "[" + k + "]/";
      texts.addAll(xmp.texts(SPACE, concept + XmpSpace.XMP.name("Identifier")));
      xmp.anyLanguage(SPACE, concept + SPACE.name("Name")).ifPresent(texts::add);
    }
    return texts;
  }

  private Optional<Box> area(int i) {
    String boundary = at(i, "RegionBoundary");
    double w = isInPixels(boundary) ? photo.storedWidth() : 1;
    double h = isInPixels(boundary) ? photo.storedHeight() : 1;
    return switch (xmp.text(SPACE, field(boundary, "rbShape")).orElse("rectangle")) {
      case "rectangle" ->
          numbers(boundary, "rbX", "rbY", "rbW", "rbH")
              .flatMap(v -> FaceRegion.area(v[0] / w, v[1] / h, v[2] / w, v[3] / h));
      case "circle" ->
          numbers(boundary, "rbX", "rbY", "rbRx")
              .flatMap(v -> circle(v[0] / w, v[1] / h, v[2] / w));
      case "polygon" -> polygon(field(boundary, "rbVertices"), w, h);
      default -> Optional.empty();
    };
  }

  private boolean isInPixels(String boundary) {
    return xmp.text(SPACE, field(boundary, "rbUnit")).orElse("").equals("pixel");
  }

  /** A circle stays one in pixels, so its parts of width and height differ. */
  private Optional<Box> circle(double x, double y, double radius) {
    double vertical = radius * photo.storedWidth() / photo.storedHeight();
    return FaceRegion.area(x - radius, y - vertical, 2 * radius, 2 * vertical);
  }

  private Optional<Box> polygon(String vertices, double w, double h) {
    double x1 = Double.POSITIVE_INFINITY;
    double y1 = Double.POSITIVE_INFINITY;
    double x2 = Double.NEGATIVE_INFINITY;
    double y2 = Double.NEGATIVE_INFINITY;
    for (int k = 1; k <= xmp.count(SPACE, vertices); k++) {
      Optional<double[]> corner = numbers(vertices + "[" + k + "]", "rbX", "rbY");
      if (corner.isEmpty()) {
        return Optional.empty();
      }
      x1 = Math.min(x1, corner.get()[0] / w);
      y1 = Math.min(y1, corner.get()[1] / h);
      x2 = Math.max(x2, corner.get()[0] / w);
      y2 = Math.max(y2, corner.get()[1] / h);
    }
    return x2 > x1 && y2 > y1 ? FaceRegion.area(x1, y1, x2 - x1, y2 - y1) : Optional.empty();
  }

  private Optional<double[]> numbers(String parent, String... names) {
    double[] v = new double[names.length];
    for (int k = 0; k < names.length; k++) {
      Optional<Double> number = xmp.number(SPACE, field(parent, names[k]));
      if (number.isEmpty()) {
        return Optional.empty();
      }
      v[k] = number.get();
    }
    return Optional.of(v);
  }

  private String at(int i, String name) {
    return field(list + "[" + i + "]", name);
  }

  private static String field(String parent, String name) {
    return parent + "/" + SPACE.name(name);
  }
}
