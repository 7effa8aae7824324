package io.github.facesj.table;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the cells of a CSV file: a comma, a semicolon or a tab. Spreadsheets take the
 * semicolon where the comma is the decimal mark.
 */
final class CsvDialect {

  /** The one that FacesJ writes comes first. */
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /** Excel's own first line ("sep=;"), perhaps padded when it was saved again. */
  private static final Pattern NAMED =
      Pattern.compile(" *\"?sep=([,;\t|])\"?[,;\t| ]*", Pattern.CASE_INSENSITIVE);

  private final char separator;
  private final RFC4180Parser parser;

  private CsvDialect(char separator) {
    this.separator = separator;
    this.parser = new RFC4180ParserBuilder().withSeparator(separator).build();
  }

  /** What a first line says by itself that is no row; empty where it is one. */
  static OptionalInt named(String line) {
    Matcher named = NAMED.matcher(line);
    return named.matches() ? OptionalInt.of(named.group(1).charAt(0)) : OptionalInt.empty();
  }

  /** The dialect of this separator. */
  static CsvDialect of(char separator) {
    return new CsvDialect(separator);
  }

  /**
   * The separator by which a line of headings has the columns that are needed, or else the one that
   * stands there most.
   *
   * @param head the line of headings
   * @param needed names of columns; may be empty
   */
  static CsvDialect guess(String head, Collection<String> needed) throws IOException {
    CsvDialect best = new CsvDialect(SEPARATORS.get(0));
    long most = -1;
    for (char separator : SEPARATORS) {
      CsvDialect dialect = new CsvDialect(separator);
      List<String> cells = dialect.cells(head);
      CsvHeadings headings = new CsvHeadings(cells);
      long score = (long) headings.count(needed) * Integer.MAX_VALUE + cells.size();
      if (score > most) {
        most = score;
        best = dialect;
      }
    }
    return best;
  }

  /** The cells of a record. */
  List<String> cells(String record) throws IOException {
    return Arrays.asList(parser.parseLine(record));
  }

  char separator() {
    return separator;
  }

  /** Whether a comma within a number is its decimal mark: elsewhere it may part thousands. */
  boolean hasDecimalComma() {
    return separator != ',';
  }
}
