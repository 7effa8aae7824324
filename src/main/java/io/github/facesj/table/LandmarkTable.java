package io.github.facesj.table;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.FileKind;
import io.github.facesj.landmark.HeadPose;
import io.github.facesj.landmark.PoseFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Landmarks as a table, one row per face and one without a face for a picture that has none. {@code
 * x_0}, {@code y_0} and so on are the points in the order of their scheme, in pixels of the upright
 * picture, 0-based, pixel centres at 0.5.
 */
public final class LandmarkTable {

  /** Points in a row. */
  public static final Column<Number> POINTS =
      Column.whole("points", "how many points the mark-up has: 5, 68, 98 or 106");

  private static final Column<Number> YAW =
      Column.decimal("yaw", Unit.DEGREES, "turn of the head to the image's right");
  private static final Column<Number> PITCH =
      Column.decimal("pitch", Unit.DEGREES, "turn of the head upwards");
  private static final Column<Number> ROLL =
      Column.decimal("roll", Unit.DEGREES, "turn of the head in the image, clockwise");
  private static final Column<Number> RESIDUAL =
      Column.decimal(
          "residual",
          Unit.NONE,
          "how badly the mean face fits the points, in parts of the distance of the outer eye"
              + " corners; empty where no face was fitted");

  /** What such tables are known by, whatever the model. */
  public static final FileKind KIND = schema(1).kind();

  /** A face, and how its head is turned. */
  private record Posed(FaceRow row, Optional<HeadPose> pose, Optional<Double> residual) {

    Optional<Double> angle(ToDoubleFunction<HeadPose> angle) {
      return pose.map(angle::applyAsDouble);
    }

    Optional<Landmarks> points() {
      return row.face().flatMap(Face::landmarks);
    }
  }

  private LandmarkTable() {}

  private static Schema<Posed> schema(int points) {
    return FaceSchema.FACE
        .on(Posed::row)
        .plus(
            YAW.ofOptional(row -> row.angle(HeadPose::yaw)),
            PITCH.ofOptional(row -> row.angle(HeadPose::pitch)),
            ROLL.ofOptional(row -> row.angle(HeadPose::roll)),
            RESIDUAL.ofOptional(Posed::residual),
            POINTS.ofOptional(row -> row.points().map(Landmarks::size)))
        .plus(FaceSchema.points(points, "x_%d", "y_%d", Posed::points))
        .plus(FaceSchema.RUN.on(Posed::row));
  }

  /**
   * With head poses that are fitted to the landmarks.
   *
   * @param rows of faces with landmarks of the scheme
   * @throws IllegalArgumentException if a face has none, or others
   */
  public static Table of(List<FaceRow> rows, LandmarkScheme scheme) {
    List<Posed> posed = new ArrayList<>();
    for (FaceRow row : rows) {
      Optional<PoseFit> fit = row.face().map(face -> PoseFit.of(landmarks(face, scheme)));
      posed.add(new Posed(row, fit.map(PoseFit::pose), fit.map(PoseFit::residual)));
    }
    return schema(scheme.points()).table(posed).madeBy(rows.stream().map(FaceRow::run));
  }

  /**
   * With head poses that something else measured.
   *
   * @param rows of faces with landmarks of the scheme
   * @param poses one for each row; empty for rows without a face
   * @throws IllegalArgumentException if a face has no landmarks, or others
   */
  public static Table of(
      List<FaceRow> rows, LandmarkScheme scheme, List<Optional<HeadPose>> poses) {
    List<Posed> posed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).face().ifPresent(face -> landmarks(face, scheme));
      posed.add(new Posed(rows.get(i), poses.get(i), Optional.empty()));
    }
    return schema(scheme.points()).table(posed).madeBy(rows.stream().map(FaceRow::run));
  }

  private static Landmarks landmarks(Face face, LandmarkScheme scheme) {
    return face.landmarks()
        .filter(points -> points.scheme() == scheme)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "The face at %s has no landmarks of scheme %s.",
                        at(face),
                        scheme)));
  }

  private static String at(Face face) {
    Box box = face.box();
    return String.format(Locale.ROOT, "(%s, %s)", box.x(), box.y());
  }
}
