package io.github.facesj.exchange.dataset;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.FormatRequirements;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.Decimals;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.landmark.HeadPose;
import io.github.facesj.landmark.PoseFit;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Problems;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.CsvReader;
import io.github.facesj.table.CsvRow;
import io.github.facesj.table.Field;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Unit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table of OpenFace's FeatureExtraction (TadasBaltrusaitis/OpenFace, wiki "Output Format"):
 * {@code frame, face_id, timestamp, confidence, success}, the head's turns in radians, then x of
 * all 68 points and after them y of all. The centre of the first pixel is (0, 0). Frames count the
 * pictures from 1; a picture without a face has a row of zeros with {@code success} 0, as OpenFace
 * writes for frames it lost.
 *
 * <p>OpenFace itself cannot say which photo a row is of. Columns behind its own can: {@code photo,
 * slice, name}, and the box; programs that look for columns by name do not mind. The time and the
 * place of the head in millimetres are not known and left out; of a table of OpenFace the box is
 * the smallest around the points.
 */
public final class OpenFaceCsv implements FaceFormat {

  /** Its headings are those of OpenFace's own tables, so they are no mark. */
  private static final FileKind KIND = FileKind.noted("a table in OpenFace's format");

  private static final LandmarkScheme SCHEME = LandmarkScheme.IBUG68;
  private static final List<String> BOX = List.of("box_x", "box_y", "box_width", "box_height");

  /** A picture in the order of the table, from 1, and a face on it. */
  private record Line(
      PhotoFaces photo,
      int frame,
      int number,
      Optional<NamedFace> face,
      Optional<Landmarks> points,
      Optional<HeadPose> pose) {

    static Stream<Line> of(PhotoFaces photo, int frame) {
      return photo.faces().isEmpty()
          ? Stream.of(
              new Line(photo, frame, 0, Optional.empty(), Optional.empty(), Optional.empty()))
          : IntStream.range(0, photo.faces().size()).mapToObj(i -> of(photo, frame, i));
    }

    private static Line of(PhotoFaces photo, int frame, int number) {
      NamedFace face = photo.faces().get(number);
      Landmarks points = FormatRequirements.landmarks(photo, face, SCHEME);
      return new Line(
          photo,
          frame,
          number,
          Optional.of(face),
          Optional.of(points),
          Optional.of(PoseFit.of(points).pose()));
    }

    Number confidence() {
      return face.<Number>map(f -> f.face().score()).orElse(BigDecimal.ZERO);
    }

    Number radians(ToDoubleFunction<HeadPose> degrees) {
      return pose.<Number>map(p -> Math.toRadians(degrees.applyAsDouble(p)))
          .orElse(BigDecimal.ZERO);
    }

    Number coordinate(ToDoubleFunction<Landmarks> of) {
      return points
          .map(p -> new BigDecimal(Decimals.text(of.applyAsDouble(p), Decimals.FROM_CENTRE)))
          .orElse(BigDecimal.ZERO);
    }

    Optional<Double> box(Function<Box, Double> of) {
      return face.map(f -> of.apply(f.face().box()));
    }
  }

  private static final Schema<Line> LINES = openFaces().plus(points()).plus(ours());

  /** OpenFace writes zeros for frames it lost. It looks along the camera: z away from it. */
  private static Schema<Line> openFaces() {
    return Schema.of(
        Column.whole("frame", "number of the picture in the table, from 1").of(Line::frame),
        Column.whole("face_id", "number of the face in its picture, from 0").of(Line::number),
        Column.whole("timestamp", "0, as photos have none").of(line -> 0),
        Column.decimal("confidence", Unit.NONE, "score of the face").of(Line::confidence),
        Column.whole("success", "1 for a face, 0 for a picture without one")
            .of(line -> line.face().isPresent() ? 1 : 0),
        Column.decimal("pose_Rx", Unit.RADIANS, "turn of the head about x, to the right")
            .of(line -> line.radians(pose -> -pose.pitch())),
        Column.decimal("pose_Ry", Unit.RADIANS, "turn of the head about y, down")
            .of(line -> line.radians(pose -> -pose.yaw())),
        Column.decimal("pose_Rz", Unit.RADIANS, "turn of the head about z, away from the camera")
            .of(line -> line.radians(HeadPose::roll)));
  }

  private static Schema<Line> points() {
    List<Field<Line>> fields = new ArrayList<>();
    for (int axis = 0; axis < 2; axis++) {
      boolean x = axis == 0;
      for (int i = 0; i < SCHEME.points(); i++) {
        int at = i;
        fields.add(
            Column.decimal((x ? "x_" : "y_") + i, Unit.PIXELS, "of point " + i)
                .of(line -> line.coordinate(p -> x ? p.x(at) : p.y(at))));
      }
    }
    return new Schema<>(fields);
  }

  /** What OpenFace has no columns for. */
  private static Schema<Line> ours() {
    List<Function<Box, Double>> sides = List.of(Box::x, Box::y, Box::width, Box::height);
    List<Field<Line>> box = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      Function<Box, Double> side = sides.get(i);
      box.add(
          Column.decimal(BOX.get(i), Unit.PIXELS, "of the face's box")
              .ofOptional(line -> line.box(side)));
    }
    return Schema.<Line>of(
            Columns.PHOTO.of(line -> line.photo().photo()),
            Columns.SLICE.of(line -> line.photo().slice()),
            Columns.NAME.of(line -> line.face().map(NamedFace::name).orElse("")))
        .plus(new Schema<>(box));
  }

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      Line.of(photos.get(i), i + 1).forEach(lines::add);
    }
    LINES.table(lines).write(target, KIND, guard);
    return List.of();
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    String named = PathText.name(source).replaceFirst("[.][^.]*$", "");
    Problems problems = new Problems(PathText.name(source));
    List<PhotoFaces> rows =
        CsvReader.read(source, List.of("x_0", "y_67"), row -> photo(row, named), problems);
    return ReadFaces.of(source, PhotoFaces.joined(rows), problems);
  }

  private static PhotoFaces photo(CsvRow row, String named) {
    // FaceLandmarkImg of OpenFace, which is for single pictures, has no success and no frame.
    boolean found = !row.has("success") || row.number("success") != 0;
    boolean ours = row.has("photo");
    return new PhotoFaces(
        ours ? row.text("photo") : named,
        row.count(ours ? "slice" : "frame", 1),
        Optional.empty(),
        found ? List.of(face(row, ours)) : List.of(),
        PhotoFaces.ELSEWHERE,
        "");
  }

  private static NamedFace face(CsvRow row, boolean ours) {
    Landmarks points =
        row.points(SCHEME, "x_%d", "y_%d", Decimals.FROM_CENTRE)
            .orElseThrow(() -> new IllegalArgumentException("it has no points"));
    Box box = ours ? row.box(BOX.get(0), BOX.get(1), BOX.get(2), BOX.get(3)) : points.bounds();
    double score =
        row.has("confidence") ? Decimals.parse(row.text("confidence"), BigDecimal.ZERO) : 1;
    return new NamedFace(Face.of(box, score).withLandmarks(points), ours ? row.text("name") : "");
  }
}
