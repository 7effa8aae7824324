package io.github.facesj.table;

import java.io.IOException;
import java.io.Reader;

/**
 * The records of a CSV file one by one, as they stand there. A record ends with a line feed, a
 * carriage return or both, outside of quotation marks. They are cut apart here and taken apart by
 * opencsv's parser, because the reader of opencsv 5.12 loses a carriage return at the end of a
 * quoted cell.
 */
final class CsvRecords {

  /**
   * Longest record in characters. A row of 10,000 numbers has some 200,000; a quote that is never
   * closed would otherwise swallow the file.
   */
  private static final int LONGEST = 1 << 21;

  private final Reader reader;
  private final StringBuilder text = new StringBuilder();

  private int ahead = NOTHING;
  private boolean ended;
  private long record;

  private static final int NOTHING = -2;

  CsvRecords(Reader reader) {
    this.reader = reader;
  }

  /** The text of the next record without its end, or null at the end of the file. */
  String next() throws IOException {
    int c = read();
    if (c < 0) {
      return null;
    }
    record++;
    text.setLength(0);
    boolean quoted = false;
    for (; c >= 0 && (quoted || (c != '\n' && c != '\r')); c = read()) {
      if (text.length() == LONGEST) {
        throw new IOException(
            "record " + record + " does not end; a quotation mark may be missing");
      }
      quoted ^= c == '"';
      text.append((char) c);
    }
    if (quoted) {
      throw new IOException("the quotation mark of record " + record + " is not closed");
    }
    ended = c >= 0;
    if (c == '\r') {
      ahead = reader.read();
      ahead = ahead == '\n' ? NOTHING : ahead;
    }
    return text.toString();
  }

  private int read() throws IOException {
    int c = ahead == NOTHING ? reader.read() : ahead;
    ahead = NOTHING;
    return c;
  }

  /** Number of the record that was read last, from 1, as a spreadsheet counts rows. */
  long number() {
    return record;
  }

  /** Whether the record that was read last had an end of line; one without may be cut short. */
  boolean isEnded() {
    return ended;
  }
}
