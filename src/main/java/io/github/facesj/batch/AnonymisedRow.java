package io.github.facesj.batch;

import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.CsvReader;
import io.github.facesj.table.CsvRow;
import io.github.facesj.table.Schema;
import io.github.facesj.table.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one photo of a folder: a line of the table that lies with the copies.
 *
 * @param photo its name in its folder
 * @param size bytes of the photo
 * @param modified time of the photo's last change, milliseconds since 1970
 * @param copy name of the copy in its folder; empty where there is none
 * @param bytes size of the copy
 * @param pages pages of the photo
 * @param covered faces that were covered
 * @param kept faces that were left as they are
 * @param look why a person should look at the copy; empty where nobody need
 * @param problem why there is no copy; empty where there is one
 * @param parameters how it was made
 * @param doubtful faces that were covered only because it is not sure who they are
 */
record AnonymisedRow(
    String photo,
    long size,
    long modified,
    String copy,
    long bytes,
    int pages,
    int covered,
    int kept,
    String look,
    String problem,
    String parameters,
    int doubtful) {

  private static final Schema<AnonymisedRow> SCHEMA =
      Schema.of(
          Columns.PHOTO.of(AnonymisedRow::photo),
          Column.whole("size", Unit.BYTES, "of the photo's file").of(AnonymisedRow::size),
          Column.whole("modified", Unit.MILLISECONDS, "time of the photo's last change")
              .of(AnonymisedRow::modified),
          Column.text("copy", "name of the copy in its folder; empty where there is none")
              .of(AnonymisedRow::copy),
          Column.whole("bytes", Unit.BYTES, "of the copy's file").of(AnonymisedRow::bytes),
          Column.whole("pages", "of the photo").of(AnonymisedRow::pages),
          Column.whole("covered", "faces that were covered").of(AnonymisedRow::covered),
          Column.whole("kept", "faces that were left as they are").of(AnonymisedRow::kept),
          Column.text("look", "why a person should look at the copy; empty where nobody need")
              .of(AnonymisedRow::look),
          Columns.PROBLEM.of(AnonymisedRow::problem),
          Columns.PARAMETERS.of(AnonymisedRow::parameters),
          Column.whole("doubtful", "covered faces of which it is not sure who they are")
              .of(AnonymisedRow::doubtful));

  /** Tables of versions that had no doubts. */
  private static final List<String> FORMER =
      SCHEMA.headings().subList(0, SCHEMA.headings().size() - 1);

  /** Of a photo without a copy. */
  static AnonymisedRow failed(String photo, String problem, String parameters) {
    return new AnonymisedRow(photo, 0, 0, "", 0, 0, 0, 0, "", problem, parameters, 0);
  }

  /** Whether there was a copy, made of the same photo in the same way. */
  boolean isOf(long sizeNow, long modifiedNow, String parametersNow) {
    return problem.isEmpty()
        && size == sizeNow
        && modified == modifiedNow
        && parameters.equals(parametersNow);
  }

  private static AnonymisedRow of(CsvRow row) {
    return new AnonymisedRow(
        row.text("photo"),
        Long.parseLong(row.text("size")),
        Long.parseLong(row.text("modified")),
        row.text("copy"),
        Long.parseLong(row.text("bytes")),
        row.count("pages", 0),
        row.count("covered", 0),
        row.count("kept", 0),
        row.text("look"),
        row.text("problem"),
        row.text("parameters"),
        row.count("doubtful", 0));
  }

  /** Writes the table. */
  static void write(Path file, Iterable<AnonymisedRow> rows, WriteGuard guard)
      throws FacesException {
    SCHEMA.table(rows).write(file, SCHEMA.kind(), guard);
  }

  /**
   * The rows of a table by the photos' names, in its order; none where there is no table.
   *
   * @throws FacesException if the file is something else
   */
  static Map<String, AnonymisedRow> read(Path file) throws FacesException {
    Map<String, AnonymisedRow> rows = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return rows;
    }
    try (CsvReader csv = CsvReader.open("The table of copies", file, List.of())) {
      if (!FORMER.stream().allMatch(csv::has)) {
        throw new IllegalArgumentException("other columns");
      }
      for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
        Optional<String> misfit = row.get().misfit();
        if (misfit.isPresent()) {
          throw new IllegalArgumentException(misfit.get());
        }
        rows.put(row.get().text("photo"), of(row.get()));
      }
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s is not what FacesJ wrote there (%s). Choose an empty folder for the"
                  + " copies.",
              file,
              Reason.of(e)),
          e);
    }
    return rows;
  }
}
