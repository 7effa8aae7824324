package io.github.facesj.table;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.Reading;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Provenance;
import io.github.facesj.run.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the tables that {@link FaceCsv} wrote, exactly as they were. */
public final class FaceCsvReader {

  private static final List<String> HEADINGS =
      Arrays.stream(FaceColumn.values()).map(FaceColumn::heading).toList();

  private FaceCsvReader() {}

  /**
   * All rows of a file, in its order.
   *
   * @throws FacesException if the file cannot be read or is not such a table, with the line
   */
  public static List<FaceRow> read(Path file) throws FacesException {
    return Reading.guarded("the table", file, () -> parse(file));
  }

  private static List<FaceRow> parse(Path file) throws FacesException {
    List<FaceRow> rows = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      CsvRecords csv = new CsvRecords(reader);
      String[] headings = csv.next();
      if (headings == null || !headings(headings).equals(HEADINGS)) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "The file %s is not a table of faces. Its first line must be: %s.",
                file,
                String.join(",", HEADINGS)));
      }
      for (String[] cells = csv.next(); cells != null; cells = csv.next()) {
        rows.add(row(file, csv.number(), cells));
      }
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The table %s cannot be read (%s). Check that it is a CSV file in UTF-8.",
              file,
              Reason.of(e)),
          e);
    }
    return List.copyOf(rows);
  }

  private static List<String> headings(String[] cells) {
    // Spreadsheets put a byte order mark first.
    return Arrays.stream(cells).map(c -> c.replace("\ufeff", "")).toList();
  }

  private static FaceRow row(Path file, long line, String[] cells) throws FacesException {
    try {
      if (cells.length != HEADINGS.size()) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "it has %d of %d cells", cells.length, HEADINGS.size()));
      }
      Provenance run =
          new Provenance(
              text(cells, FaceColumn.MODEL),
              text(cells, FaceColumn.SHA256),
              text(cells, FaceColumn.PARAMETERS));
      boolean none = cells[FaceColumn.FACE.ordinal()].isEmpty();
      return new FaceRow(
          text(cells, FaceColumn.PHOTO),
          Integer.parseInt(cells[FaceColumn.SLICE.ordinal()]),
          none ? 0 : Integer.parseInt(cells[FaceColumn.FACE.ordinal()]),
          none ? Optional.empty() : Optional.of(face(cells)),
          run,
          text(cells, FaceColumn.PROBLEM));
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Record %d of the table %s is not a face: %s.",
              line,
              file,
              Reason.of(e)),
          e);
    }
  }

  private static Face face(String[] cells) {
    Box box =
        new Box(
            number(cells, FaceColumn.X),
            number(cells, FaceColumn.Y),
            number(cells, FaceColumn.WIDTH),
            number(cells, FaceColumn.HEIGHT));
    double score = number(cells, FaceColumn.SCORE);
    int first = FaceColumn.P0X.ordinal();
    String[] points = Arrays.copyOfRange(cells, first, first + 2 * LandmarkScheme.FIVE.points());
    if (Arrays.stream(points).allMatch(String::isEmpty)) {
      return Face.of(box, score);
    }
    double[] xy = Arrays.stream(points).mapToDouble(Double::parseDouble).toArray();
    return Face.of(box, score, Landmarks.of(LandmarkScheme.FIVE, xy));
  }

  private static double number(String[] cells, FaceColumn column) {
    return Double.parseDouble(cells[column.ordinal()]);
  }

  private static String text(String[] cells, FaceColumn column) {
    return FaceCsv.unguarded(cells[column.ordinal()]);
  }
}
