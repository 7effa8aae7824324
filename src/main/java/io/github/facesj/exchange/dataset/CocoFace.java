package io.github.facesj.exchange.dataset;

import io.github.facesj.exchange.NamedFace;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.Decimals;
import io.github.facesj.table.CsvRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A face as an annotation of COCO, and back. */
final class CocoFace {

  private CocoFace() {}

  /** A kind for faces without points, and one for each mark-up. */
  static List<CocoParts.Category> categories() {
    List<CocoParts.Category> categories = new ArrayList<>();
    categories.add(
        new CocoParts.Category(category(Optional.empty()), "face", "person", List.of(), List.of()));
    for (LandmarkScheme scheme : LandmarkScheme.values()) {
      List<String> names =
          IntStream.range(0, scheme.points())
              .mapToObj(i -> scheme.part(i).name().toLowerCase(Locale.ROOT) + "-" + i)
              .toList();
      int id = category(Optional.of(scheme));
      categories.add(
          new CocoParts.Category(id, "face-" + scheme.points(), "person", names, List.of()));
    }
    return categories;
  }

  private static int category(Optional<LandmarkScheme> scheme) {
    return scheme.map(s -> s.ordinal() + 2).orElse(1);
  }

  static CocoParts.Annotation annotation(long id, long image, NamedFace face) {
    Box box = face.face().box();
    List<BigDecimal> bbox =
        List.of(
            Decimals.exact(box.x()),
            Decimals.exact(box.y()),
            Decimals.exact(box.width()),
            Decimals.exact(box.height()));
    Optional<Landmarks> points = face.keypoints();
    List<BigDecimal> xyv = new ArrayList<>();
    for (int i = 0; i < points.map(Landmarks::size).orElse(0); i++) {
      xyv.add(Decimals.exact(points.get().x(i), Decimals.FROM_CENTRE));
      xyv.add(Decimals.exact(points.get().y(i), Decimals.FROM_CENTRE));
      xyv.add(BigDecimal.valueOf(2)); // labelled and visible
    }
    return new CocoParts.Annotation(
        id,
        image,
        category(points.map(Landmarks::scheme)),
        bbox,
        Decimals.exact(box.area()),
        0,
        xyv.size() / 3,
        xyv,
        Decimals.exact(face.face().score()),
        new CocoParts.Attributes(face.name(), null),
        null);
  }

  /**
   * @throws IllegalArgumentException if the annotation is no face
   */
  static NamedFace face(CocoParts.Annotation a) {
    Box box = CocoBox.of(a);
    Optional<Landmarks> points = points(a.keypoints() == null ? List.of() : a.keypoints());
    boolean five = points.isPresent() && points.get().scheme() == LandmarkScheme.FIVE;
    double score = a.score() == null ? 1 : numbers(List.of(a.score()), BigDecimal.ZERO)[0];
    Face face =
        new Face(
            box,
            score,
            five ? points : Optional.empty(),
            five ? Optional.empty() : points,
            Optional.empty());
    String name = a.attributes() == null ? null : a.attributes().name();
    return new NamedFace(face, name == null ? "" : name);
  }

  private static Optional<Landmarks> points(List<BigDecimal> xyv) {
    if (xyv.size() % 3 != 0) {
      throw new IllegalArgumentException("keypoints come in threes, but a face has " + xyv.size());
    }
    List<BigDecimal> xy = new ArrayList<>();
    for (int i = 0; i < xyv.size(); i += 3) {
      if (number(xyv.get(i + 2)).signum() == 0) {
        return Optional.empty();
      }
      xy.addAll(xyv.subList(i, i + 2));
    }
    return xy.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Landmarks.of(CsvRow.scheme(xy.size() / 2), numbers(xy, Decimals.FROM_CENTRE)));
  }

  static double[] numbers(List<BigDecimal> values, BigDecimal shift) {
    return values.stream().mapToDouble(v -> number(v).subtract(shift).doubleValue()).toArray();
  }

  @SuppressWarnings("ReferenceEquality") // NONE stands as itself
  private static BigDecimal number(BigDecimal value) {
    if (value == null || value == CocoNumber.NONE) {
      throw new IllegalArgumentException("a number is missing, is none, or has too many digits");
    }
    return value;
  }
}
