package io.github.facesj.face;

import static io.github.facesj.face.FacePart.BROWS;
import static io.github.facesj.face.FacePart.EYES;
import static io.github.facesj.face.FacePart.JAW;
import static io.github.facesj.face.FacePart.MOUTH;
import static io.github.facesj.face.FacePart.NOSE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The anatomy behind a scheme. A row is a chain of points of one part, from the image's left to its
 * right, that read backwards is the same chain in the mirror: the mirror permutation and the parts
 * both follow from the rows.
 */
final class Markup {

  static final Markup FIVE =
      new Markup(
          List.of(row(EYES, 0, 1), row(NOSE, 2), row(MOUTH, 3, 4)),
          List.of(),
          List.of(List.of(0), List.of(1)),
          List.of(0, 1),
          List.of(2, 3, 4));

  /** Sagonas et al., 300 Faces in-the-Wild Challenge, 2013. */
  static final Markup IBUG68 =
      new Markup(
          List.of(
              row(JAW, range(0, 16)),
              row(BROWS, range(17, 26)),
              row(NOSE, 27),
              row(NOSE, 28),
              row(NOSE, 29),
              row(NOSE, 30),
              row(NOSE, range(31, 35)),
              row(EYES, 36, 37, 38, 39, 42, 43, 44, 45),
              row(EYES, 41, 40, 47, 46),
              row(MOUTH, range(48, 54)),
              row(MOUTH, 59, 58, 57, 56, 55),
              row(MOUTH, range(60, 64)),
              row(MOUTH, 67, 66, 65)),
          List.of(
              open(JAW, range(0, 16)),
              open(BROWS, range(17, 21)),
              open(BROWS, range(22, 26)),
              open(NOSE, range(27, 30)),
              open(NOSE, range(31, 35)),
              closed(EYES, range(36, 41)),
              closed(EYES, range(42, 47)),
              closed(MOUTH, range(48, 59)),
              closed(MOUTH, range(60, 67))),
          List.of(list(range(36, 41)), list(range(42, 47))),
          List.of(36, 45),
          List.of(30, 48, 54));

  /** Wu et al., Look at Boundary, CVPR 2018. */
  static final Markup WFLW98 =
      new Markup(
          List.of(
              row(JAW, range(0, 32)),
              row(BROWS, 33, 34, 35, 36, 37, 42, 43, 44, 45, 46),
              row(BROWS, 41, 40, 39, 38, 50, 49, 48, 47),
              row(NOSE, 51),
              row(NOSE, 52),
              row(NOSE, 53),
              row(NOSE, 54),
              row(NOSE, range(55, 59)),
              row(EYES, 60, 61, 62, 63, 64, 68, 69, 70, 71, 72),
              row(EYES, 67, 66, 65, 75, 74, 73),
              row(MOUTH, range(76, 82)),
              row(MOUTH, 87, 86, 85, 84, 83),
              row(MOUTH, range(88, 92)),
              row(MOUTH, 95, 94, 93),
              row(EYES, 96, 97)),
          List.of(
              open(JAW, range(0, 32)),
              closed(BROWS, range(33, 41)),
              closed(BROWS, range(42, 50)),
              open(NOSE, range(51, 54)),
              open(NOSE, range(55, 59)),
              closed(EYES, range(60, 67)),
              closed(EYES, range(68, 75)),
              closed(MOUTH, range(76, 87)),
              closed(MOUTH, range(88, 95))),
          List.of(list(range(60, 67)), list(range(68, 75))),
          List.of(60, 72),
          List.of(54, 76, 82));

  /** Liu et al., Grand Challenge of 106-Point Facial Landmark Localization, 2019. */
  static final Markup JD106 =
      new Markup(
          List.of(
              row(JAW, contour106()),
              row(BROWS, 43, 48, 49, 51, 50, 102, 103, 104, 105, 101),
              row(BROWS, 44, 45, 47, 46, 97, 98, 99, 100),
              row(NOSE, 72),
              row(NOSE, 73),
              row(NOSE, 74),
              row(NOSE, 86),
              row(NOSE, 75, 76, 77, 78, 79, 80, 85, 84, 83, 82, 81),
              row(EYES, 35, 41, 40, 42, 39, 89, 95, 94, 96, 93),
              row(EYES, 36, 33, 37, 90, 87, 91),
              row(EYES, 34, 38, 92, 88),
              row(MOUTH, 52, 64, 63, 71, 67, 68, 61),
              row(MOUTH, 55, 56, 53, 59, 58),
              row(MOUTH, 65, 66, 62, 70, 69),
              row(MOUTH, 54, 60, 57)),
          List.of(
              open(JAW, contour106()),
              closed(BROWS, 43, 48, 49, 51, 50, 46, 47, 45, 44),
              closed(BROWS, 102, 103, 104, 105, 101, 100, 99, 98, 97),
              open(NOSE, 72, 73, 74, 86),
              open(NOSE, 75, 76, 77, 78, 79, 80, 85, 84, 83, 82, 81),
              closed(EYES, 35, 41, 40, 42, 39, 37, 33, 36),
              closed(EYES, 89, 95, 94, 96, 93, 91, 87, 90),
              closed(MOUTH, 52, 64, 63, 71, 67, 68, 61, 58, 59, 53, 56, 55),
              closed(MOUTH, 65, 66, 62, 70, 69, 57, 60, 54)),
          List.of(List.of(35, 41, 40, 42, 39, 37, 33, 36), List.of(89, 95, 94, 96, 93, 91, 87, 90)),
          List.of(35, 93),
          List.of(86, 52, 61));

  private final FacePart[] parts;
  private final int[] mirrors;
  private final List<Outline> outlines;
  private final List<List<Integer>> eyes;
  private final List<Integer> corners;
  private final List<Integer> noseAndMouth;

  private Markup(
      List<Row> rows,
      List<Outline> outlines,
      List<List<Integer>> eyes,
      List<Integer> corners,
      List<Integer> noseAndMouth) {
    int points = rows.stream().mapToInt(r -> r.points.length).sum();
    this.parts = new FacePart[points];
    this.mirrors = new int[points];
    for (Row row : rows) {
      for (int i = 0; i < row.points.length; i++) {
        parts[row.points[i]] = row.part;
        mirrors[row.points[i]] = row.points[row.points.length - 1 - i];
      }
    }
    this.outlines = outlines;
    this.eyes = eyes;
    this.corners = corners;
    this.noseAndMouth = noseAndMouth;
  }

  int points() {
    return parts.length;
  }

  FacePart part(int point) {
    return parts[point];
  }

  int mirror(int point) {
    return mirrors[point];
  }

  List<Outline> outlines() {
    return outlines;
  }

  List<List<Integer>> eyes() {
    return eyes;
  }

  List<Integer> outerEyeCorners() {
    return corners;
  }

  List<Integer> noseAndMouth() {
    return noseAndMouth;
  }

  private record Row(FacePart part, int[] points) {}

  private static Row row(FacePart part, int... points) {
    return new Row(part, points);
  }

  private static Outline open(FacePart part, int... points) {
    return new Outline(part, list(points), false);
  }

  private static Outline closed(FacePart part, int... points) {
    return new Outline(part, list(points), true);
  }

  private static int[] range(int first, int last) {
    return IntStream.rangeClosed(first, last).toArray();
  }

  private static List<Integer> list(int... points) {
    return Arrays.stream(points).boxed().toList();
  }

  /** From the left temple (1) down to the chin (0) and up to the right temple (17). */
  private static int[] contour106() {
    return IntStream.of(
            1, 9, 10, 11, 12, 13, 14, 15, 16, 2, 3, 4, 5, 6, 7, 8, 0, 24, 23, 22, 21, 20, 19, 18,
            32, 31, 30, 29, 28, 27, 26, 25, 17)
        .toArray();
  }
}
