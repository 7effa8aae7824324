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
import io.github.facesj.table.CsvReader;
import io.github.facesj.table.CsvRow;
import io.github.facesj.table.CsvTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
  private static final List<String> POSE = List.of("pose_Rx", "pose_Ry", "pose_Rz");
  private static final List<String> BOX = List.of("box_x", "box_y", "box_width", "box_height");

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    List<String> headings =
        new ArrayList<>(List.of("frame", "face_id", "timestamp", "confidence", "success"));
    headings.addAll(POSE);
    for (String axis : List.of("x_", "y_")) {
      IntStream.range(0, SCHEME.points()).forEach(i -> headings.add(axis + i));
    }
    headings.addAll(List.of("photo", "slice", "name"));
    headings.addAll(BOX);
    List<List<String>> rows = new ArrayList<>();
    for (int frame = 0; frame < photos.size(); frame++) {
      PhotoFaces photo = photos.get(frame);
      if (photo.faces().isEmpty()) {
        rows.add(none(photo, frame + 1));
      }
      for (int i = 0; i < photo.faces().size(); i++) {
        rows.add(row(photo, frame + 1, i));
      }
    }
    new CsvTable(headings, rows).write(target, KIND, guard);
    return List.of();
  }

  private static List<String> none(PhotoFaces photo, int frame) {
    List<String> cells = new ArrayList<>(List.of(Integer.toString(frame), "0", "0", "0", "0"));
    cells.addAll(Collections.nCopies(POSE.size() + 2 * SCHEME.points(), "0"));
    cells.addAll(List.of(photo.photo(), Integer.toString(photo.slice()), "", "", "", "", ""));
    return cells;
  }

  private static List<String> row(PhotoFaces photo, int frame, int number) {
    NamedFace face = photo.faces().get(number);
    Landmarks points = FormatRequirements.landmarks(photo, face, SCHEME);
    List<String> cells =
        new ArrayList<>(
            List.of(
                Integer.toString(frame),
                Integer.toString(number),
                "0",
                Double.toString(face.face().score()),
                "1"));
    HeadPose pose = PoseFit.of(points).pose();
    // OpenFace looks along the camera: x to the right, y down, z away from it.
    for (double degrees : new double[] {-pose.pitch(), -pose.yaw(), pose.roll()}) {
      cells.add(Double.toString(Math.toRadians(degrees)));
    }
    for (int axis = 0; axis < 2; axis++) {
      for (int i = 0; i < SCHEME.points(); i++) {
        double v = axis == 0 ? points.x(i) : points.y(i);
        cells.add(Decimals.text(v, Decimals.FROM_CENTRE));
      }
    }
    cells.addAll(List.of(photo.photo(), Integer.toString(photo.slice()), face.name()));
    Box box = face.face().box();
    for (double v : new double[] {box.x(), box.y(), box.width(), box.height()}) {
      cells.add(Double.toString(v));
    }
    return cells;
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
