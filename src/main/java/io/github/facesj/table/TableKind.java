package io.github.facesj.table;

import io.github.facesj.io.FileContent;
import io.github.facesj.io.FileKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How FacesJ knows its own tables again: by the first headings and the last one. Numbers in them
 * may differ, as {@code e127} and {@code e511} do for two models, and so may what stands between.
 */
public final class TableKind {

  private static final int FIRST = 4;

  /** Headings of a thousand numbers come to some 6 kB, those of people's names to more. */
  private static final int LONGEST = 1 << 22;

  private TableKind() {}

  /** Tables with these headings. */
  public static FileKind of(List<String> headings) {
    return of(headings, Math.min(FIRST, headings.size()));
  }

  /**
   * Tables with these headings.
   *
   * @param first how many of the first must be the same
   */
  public static FileKind of(List<String> headings, int first) {
    String beginning = String.join(", ", headings.subList(0, first));
    return FileKind.marked(
        "a table with the headings %s, ...".formatted(beginning),
        file -> {
          List<String> there = headings(file);
          return there.size() >= first
              && same(there.subList(0, first), headings.subList(0, first))
              && same(last(there), last(headings));
        });
  }

  private static List<String> last(List<String> headings) {
    return headings.subList(headings.size() - 1, headings.size());
  }

  private static boolean same(List<String> a, List<String> b) {
    return a.stream()
        .map(TableKind::stripped)
        .toList()
        .equals(b.stream().map(TableKind::stripped).toList());
  }

  private static String stripped(String heading) {
    return FaceCsv.unguarded(heading).replaceAll("[0-9]+", "#");
  }

  private static List<String> headings(SeekableByteChannel file) throws IOException {
    String text = new String(FileContent.head(file, LONGEST), StandardCharsets.UTF_8);
    try {
      String[] row = new CsvRecords(new StringReader(text)).next();
      return row == null ? List.of() : List.of(row);
    } catch (IOException e) {
      return List.of(); // it is no table
    }
  }
}
