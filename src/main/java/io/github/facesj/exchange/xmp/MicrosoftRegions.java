package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.io.Decimals;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Regions of Microsoft's photo programs, which digiKam writes as well: the upper left corner and
 * size of the area in parts of the stored picture, as one text.
 */
final class MicrosoftRegions {

  private static final XmpSpace SPACE = XmpSpace.MP;

  /** Half a unit of the last of six digits, as many as other programs write. */
  private static final double ROUNDING = 1e-6;

  /** What Windows Live Photo Gallery and Picasa call a face that is not to be named. */
  private static final String IGNORED = "ffffffffffffffff";

  private final XmpTree xmp;
  private final String list = SPACE.name("RegionInfo") + "/" + XmpSpace.MP_INFO.name("Regions");

  MicrosoftRegions(XmpTree xmp) {
    this.xmp = xmp;
  }

  /**
   * The regions that have an area.
   *
   * @param known regions of the other kind, in parts of the same picture; FacesJ's among them have
   *     a twin here, without a note
   */
  List<MwgRegions.Numbered> faces(List<FaceRegion> known) {
    List<MwgRegions.Numbered> faces = new ArrayList<>();
    for (int i = 1; i <= xmp.count(SPACE, list); i++) {
      int number = i;
      String name = name(i).orElse("");
      xmp.text(SPACE, at(i, "Rectangle"))
          .flatMap(MicrosoftRegions::area)
          .ifPresent(
              area ->
                  faces.add(
                      new MwgRegions.Numbered(
                          number,
                          new FaceRegion(area, name, Optional.empty(), written(area, known)))));
    }
    return faces;
  }

  /** What is wrong with regions that have a rectangle which is none. */
  List<String> unusable() {
    List<String> sentences = new ArrayList<>();
    for (int i = 1; i <= xmp.count(SPACE, list); i++) {
      Optional<String> rectangle = xmp.text(SPACE, at(i, "Rectangle"));
      if (rectangle.isPresent() && area(rectangle.get()).isEmpty()) {
        sentences.add(
            String.format(
                Locale.ROOT,
                "Region %d has no place: its rectangle is %s. It was left out.",
                i,
                Reason.quote(rectangle.get())));
      }
    }
    return sentences;
  }

  /** Names that have no rectangle, as digiKam writes them for people without a place. */
  List<String> namesWithoutPlace() {
    return IntStream.rangeClosed(1, xmp.count(SPACE, list))
        .filter(i -> xmp.text(SPACE, at(i, "Rectangle")).isEmpty())
        .mapToObj(this::name)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> name(int i) {
    return xmp.text(SPACE, at(i, "PersonDisplayName"))
        .filter(n -> !n.equals(IGNORED) && !n.isEmpty());
  }

  private static Optional<String> written(Box area, List<FaceRegion> known) {
    return known.stream()
        .filter(r -> isSame(r.area(), area))
        .flatMap(r -> r.written().stream())
        .findFirst();
  }

  private static boolean isSame(Box a, Box b) {
    return Math.abs(a.x() - b.x()) < ROUNDING
        && Math.abs(a.y() - b.y()) < ROUNDING
        && Math.abs(a.width() - b.width()) < ROUNDING
        && Math.abs(a.height() - b.height()) < ROUNDING;
  }

  private static Optional<Box> area(String rectangle) {
    String[] parts = rectangle.split(",", 5);
    if (parts.length != 4) {
      return Optional.empty();
    }
    try {
      double[] v = new double[4];
      for (int i = 0; i < 4; i++) {
        v[i] = Decimals.parse(parts[i]).doubleValue();
      }
      return FaceRegion.area(v[0], v[1], v[2], v[3]);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no rectangle: it stays as it is
    }
  }

  /**
   * Makes the list what a plan says.
   *
   * @param plan in parts of the stored picture
   * @param frame of the list
   */
  void write(RegionPlan.Outcome plan, List<MwgRegions.Numbered> faces, RegionFrame frame)
      throws FacesException {
    for (int i = faces.size() - 1; i >= 0; i--) {
      RegionPlan.Change next = plan.there().get(i);
      int number = faces.get(i).number();
      if (next.isRemoval()) {
        xmp.remove(SPACE, list + "[" + number + "]");
      } else if (next.isChange()) {
        put(number, next.region(), frame);
      }
    }
    for (FaceRegion face : plan.added()) {
      xmp.append(SPACE, list);
      put(xmp.count(SPACE, list), face, frame);
    }
    if (xmp.count(SPACE, list) == 0) {
      xmp.remove(SPACE, SPACE.name("RegionInfo"));
    }
  }

  private void put(int i, FaceRegion face, RegionFrame frame) throws FacesException {
    Box b = frame.ofStored(face.area());
    String rectangle =
        String.join(
            ", ",
            FaceRegion.text(b.x()),
            FaceRegion.text(b.y()),
            FaceRegion.text(b.width()),
            FaceRegion.text(b.height()));
    if (face.name().isEmpty()) {
      xmp.remove(SPACE, at(i, "PersonDisplayName"));
    } else {
      xmp.put(SPACE, at(i, "PersonDisplayName"), face.name());
    }
    xmp.put(SPACE, at(i, "Rectangle"), rectangle); // in the order in which it is read again
  }

  private String at(int i, String field) {
    return list + "[" + i + "]/" + XmpSpace.MP_REGION.name(field);
  }
}
