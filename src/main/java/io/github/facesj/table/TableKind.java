package io.github.facesj.table;

import io.github.facesj.io.FileContent;
import io.github.facesj.io.FileKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How FacesJ knows its own tables again: the first headings are the same, and all that such a table
 * always has are there. Others may stand between them, such as names of people, and numbers in them
 * may differ, as {@code e_127} and {@code e_511} do for two models.
 */
public final class TableKind {

  private static final int FIRST = 4;

  /** Headings of a thousand numbers come to some 6 kB, those of people's names to more. */
  private static final int LONGEST = 1 << 22;

  private TableKind() {}

  /** Tables that have these columns, of which the first four begin each. */
  public static FileKind of(Column<?>... columns) {
    return of(Arrays.stream(columns).<String>map(Column::name).toList());
  }

  /** Tables that have these headings, of which the first four begin each. */
  public static FileKind of(List<String> headings) {
    return of(headings, Math.min(FIRST, headings.size()));
  }

  /**
   * Tables that have these headings.
   *
   * @param first how many of them begin each
   */
  public static FileKind of(List<String> headings, int first) {
    String beginning = String.join(", ", headings.subList(0, first));
    Set<String> all = stripped(headings);
    return FileKind.marked(
        String.format(Locale.ROOT, "a table with the headings %s, ...", beginning),
        file -> {
          List<String> there = headings(file);
          return there.size() >= first
              && there.subList(0, first).equals(headings.subList(0, first))
              && stripped(there).containsAll(all);
        });
  }

  private static Set<String> stripped(List<String> headings) {
    return headings.stream().map(h -> h.replaceAll("[0-9]+", "#")).collect(Collectors.toSet());
  }

  private static List<String> headings(SeekableByteChannel file) throws IOException {
    String text = new String(FileContent.head(file, LONGEST), StandardCharsets.UTF_8);
    try {
      String row = new CsvRecords(new StringReader(text)).next();
      return row == null ? List.of() : CsvDialect.of(',').cells(row);
    } catch (IOException e) {
      return List.of(); // it is no table
    }
  }
}
