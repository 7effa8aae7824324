package io.github.facesj.table;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/**
 * The records of a CSV file one by one. Records are cut apart here and taken apart by opencsv's
 * parser, because the reader of opencsv 5.12 loses a carriage return at the end of a quoted cell.
 */
final class CsvRecords {

  /**
   * Longest record in characters. A row of 10,000 numbers has some 200,000; a quote that is never
   * closed would otherwise swallow the file.
   */
  private static final int LONGEST = 1 << 21;

  private final Reader reader;
  private final RFC4180Parser parser = new RFC4180ParserBuilder().build();

  private long line;

  CsvRecords(Reader reader) {
    this.reader = reader;
  }

  /** The cells of the next record, or null at the end. */
  String[] next() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    line++;
    for (; c >= 0 && (quoted || c != '\n'); c = reader.read()) {
      if (text.length() == LONGEST) {
        throw new IOException(
            String.format(
                Locale.ROOT, "record %d does not end; a quotation mark may be missing", line));
      }
      quoted ^= c == '"';
      text.append((char) c);
    }
    if (quoted) {
      throw new IOException(
          String.format(Locale.ROOT, "the quotation mark of record %d is not closed", line));
    }
    if (text.length() > 0 && text.charAt(text.length() - 1) == '\r') {
      text.setLength(text.length() - 1);
    }
    return parser.parseLine(text.toString());
  }

  /** Number of the record that was read last, from 1. */
  long number() {
    return line;
  }
}
