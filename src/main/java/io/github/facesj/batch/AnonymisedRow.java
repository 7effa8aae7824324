package io.github.facesj.batch;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import io.github.facesj.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

  private static final List<String> HEADINGS =
      List.of(
          "photo",
          "size",
          "modified",
          "copy",
          "bytes",
          "pages",
          "covered",
          "kept",
          "look",
          "problem",
          "parameters",
          "doubtful");

  /** Tables of versions that had no doubts. */
  private static final List<String> FORMER = HEADINGS.subList(0, HEADINGS.size() - 1);

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

  private List<String> cells() {
    return List.of(
        photo,
        String.valueOf(size),
        String.valueOf(modified),
        copy,
        String.valueOf(bytes),
        String.valueOf(pages),
        String.valueOf(covered),
        String.valueOf(kept),
        look,
        problem,
        parameters,
        String.valueOf(doubtful));
  }

  private static AnonymisedRow of(List<String> c) {
    return new AnonymisedRow(
        c.get(0),
        Long.parseLong(c.get(1)),
        Long.parseLong(c.get(2)),
        c.get(3),
        Long.parseLong(c.get(4)),
        Integer.parseInt(c.get(5)),
        Integer.parseInt(c.get(6)),
        Integer.parseInt(c.get(7)),
        c.get(8),
        c.get(9),
        c.get(10),
        c.size() > FORMER.size() ? Integer.parseInt(c.get(FORMER.size())) : 0);
  }

  /** Writes the table. */
  static void write(Path file, Iterable<AnonymisedRow> rows) throws FacesException {
    List<List<String>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(row.cells()));
    new CsvTable(HEADINGS, cells).write(file);
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
    CsvTable table = CsvTable.read("The table of copies", file).unguarded();
    try {
      if (!table.headings().equals(HEADINGS) && !table.headings().equals(FORMER)) {
        throw new IllegalArgumentException("other columns");
      }
      for (List<String> cells : table.rows()) {
        rows.put(cells.get(0), of(cells));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
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
