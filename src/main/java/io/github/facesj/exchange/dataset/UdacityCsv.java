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
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Problems;
import io.github.facesj.table.Column;
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
import java.util.stream.IntStream;

/**
 * The table of facial key points of Udacity's course (udacity/P1_Facial_Keypoints,
 * data/training_frames_keypoints.csv): 137 columns, the photo under an empty heading, then x and y
 * of the 68 points in turn under the headings 0 to 135, one row per face. The centre of the first
 * pixel is (0, 0).
 *
 * <p>It keeps photo and points. Boxes, scores and names are lost, and so are photos without a face;
 * a face that is read has the smallest box around its points.
 */
public final class UdacityCsv implements FaceFormat {

  /** Its headings are those of the course's own table, so they are no mark. */
  private static final FileKind KIND = FileKind.noted("a table in Udacity's format");

  private static final LandmarkScheme SCHEME = LandmarkScheme.IBUG68;
  private static final List<String> NUMBERED =
      IntStream.range(0, 2 * SCHEME.points()).mapToObj(Integer::toString).toList();

  private record Line(String photo, Landmarks points) {}

  private static final Schema<Line> LINES = lines();

  private static Schema<Line> lines() {
    List<Field<Line>> fields = new ArrayList<>();
    fields.add(Column.text("", "name of the photo").of(Line::photo));
    for (int i = 0; i < NUMBERED.size(); i++) {
      int at = i;
      Column<Number> column =
          Column.decimal(
              NUMBERED.get(i), Unit.PIXELS, (i % 2 == 0 ? "x" : "y") + " of point " + i / 2);
      fields.add(column.of(line -> shifted(line.points().toArray()[at])));
    }
    return new Schema<>(fields);
  }

  private static Number shifted(double coordinate) {
    return new BigDecimal(Decimals.text(coordinate, Decimals.FROM_CENTRE));
  }

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    List<Line> lines = new ArrayList<>();
    for (PhotoFaces photo : photos) {
      for (NamedFace face : photo.faces()) {
        lines.add(new Line(photo.photo(), FormatRequirements.landmarks(photo, face, SCHEME)));
      }
    }
    LINES.table(lines).write(target, KIND, guard);
    return List.of();
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    Problems problems = new Problems(PathText.name(source));
    List<PhotoFaces> rows =
        CsvReader.read(
            source,
            List.of("", "0", Integer.toString(NUMBERED.size() - 1)),
            row -> PhotoFaces.of(photo(row), Optional.empty(), List.of(face(row))),
            problems);
    return ReadFaces.of(source, PhotoFaces.joined(rows), problems);
  }

  /** A table of ours, as there is no other column to tell: names of photos have no apostrophe. */
  private static String photo(CsvRow row) {
    return row.text("");
  }

  private static NamedFace face(CsvRow row) {
    double[] xy = NUMBERED.stream().mapToDouble(c -> row.number(c, Decimals.FROM_CENTRE)).toArray();
    Landmarks points = Landmarks.of(SCHEME, xy);
    Box box = points.bounds();
    return NamedFace.unknown(Face.of(box, 1).withLandmarks(points));
  }
}
