package io.github.facesj.batch;

import io.github.facesj.run.Problem;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How an {@link UnfinishedTable} is written: lines that begin with {@code #} say what the rows
 * below them are of, and how many bytes they have; so a record that was cut off by the end of its
 * run is known.
 */
final class UnfinishedRecord {

  /** First line of a file, and what it is known by. */
  static final String MARK = "#FacesJ: rows of a run that has not ended, 1\n";

  /** First line of the part that one run wrote. */
  private static final String RUN = "#run ";

  private static final String PHOTO = "#photo ";

  private static final String PROBLEM = "problem";
  private static final String REMARK = "remark";

  /** Lines are names and problems; longer ones are none of ours. */
  private static final int LONGEST = 1 << 20;

  private static final int MOST_BYTES = 1 << 30;

  private UnfinishedRecord() {}

  /** Whether a file begins with the mark, or was cut off within it. */
  static boolean isOurs(SeekableByteChannel file) throws IOException {
    ByteBuffer mark = ByteBuffer.wrap(MARK.getBytes(StandardCharsets.UTF_8));
    ByteBuffer head = ByteBuffer.allocate(mark.capacity());
    file.position(0);
    while (head.hasRemaining() && file.read(head) >= 0) {
      // until the buffer is full or the file at its end
    }
    return head.flip().equals(mark.limit(head.limit()));
  }

  /** The line with which a run begins its part. */
  static byte[] run(String settings) {
    return bytes(RUN + escaped(settings) + "\n");
  }

  static byte[] of(FinishedPhoto photo) {
    StringBuilder line = new StringBuilder(PHOTO);
    line.append(photo.rows().getBytes(StandardCharsets.UTF_8).length);
    line.append(' ').append(photo.stamp().size());
    line.append(' ').append(photo.stamp().modified());
    line.append(' ').append(photo.pages());
    line.append(' ').append(photo.faces());
    line.append(' ').append(photo.settled() ? "settled" : "again");
    line.append(' ').append(escaped(photo.photo()));
    for (FinishedPhoto.Told told : photo.told()) {
      Problem problem = told.problem();
      line.append('\t').append(told.failed() ? PROBLEM : REMARK);
      line.append('\t').append(escaped(problem.where()));
      line.append('\t').append(escaped(problem.sentence()));
    }
    return bytes(line + "\n" + photo.rows());
  }

  /** What stands in a file: the beginning of a run's part, or a photo. */
  record Entry(Optional<String> settings, Optional<FinishedPhoto> photo) {}

  /** Reads entries from a place in a file on, without closing it. */
  static final class Reader {

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);
    private long position;

    Reader(FileChannel channel, long start) {
      this.channel = channel;
      this.position = start;
    }

    /** Where the next entry begins, after one that was whole. */
    long position() {
      return position - buffer.remaining();
    }

    /** Whether a file begins as one of ours; then its first entry is next. */
    boolean isMarked() throws IOException {
      byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
      try {
        return Arrays.equals(bytes(mark.length), mark);
      } catch (EOFException e) {
        return false;
      }
    }

    /**
     * The next entry; empty at the end, or where what follows is not whole.
     *
     * @throws IOException if the file cannot be read
     */
    Optional<Entry> next() throws IOException {
      try {
        String line = line();
        if (line.startsWith(RUN)) {
          return Optional.of(
              new Entry(Optional.of(unescaped(line.substring(RUN.length()))), Optional.empty()));
        }
        return line.startsWith(PHOTO)
            ? Optional.of(new Entry(Optional.empty(), Optional.of(photo(line))))
            : Optional.empty();
      } catch (EOFException | IllegalArgumentException e) {
        return Optional
            .empty(); // The run was killed, or the machine stopped, while this was written.
      }
    }

    private FinishedPhoto photo(String line) throws IOException {
      String[] texts = line.substring(PHOTO.length()).split("\t", -1);
      String[] cells = texts[0].split(" ", 7);
      if (cells.length != 7 || texts.length % 3 != 1) {
        throw new IllegalArgumentException("not a photo");
      }
      int length = Integer.parseInt(cells[0]);
      if (length < 0 || length > MOST_BYTES) {
        throw new IllegalArgumentException("not a length");
      }
      List<FinishedPhoto.Told> told = new ArrayList<>();
      for (int i = 1; i < texts.length; i += 3) {
        if (!texts[i].equals(PROBLEM) && !texts[i].equals(REMARK)) {
          throw new IllegalArgumentException("neither a problem nor a remark");
        }
        told.add(
            new FinishedPhoto.Told(
                new Problem(unescaped(texts[i + 1]), unescaped(texts[i + 2])),
                texts[i].equals(PROBLEM)));
      }
      byte[] rows = bytes(length);
      return new FinishedPhoto(
          unescaped(cells[6]),
          new FileStamp(Long.parseLong(cells[1]), Long.parseLong(cells[2])),
          Integer.parseInt(cells[3]),
          Integer.parseInt(cells[4]),
          cells[5].equals("settled"),
          told,
          new String(rows, StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (byte b = one(); b != '\n'; b = one()) {
        bytes.write(b);
        if (bytes.size() > LONGEST) {
          throw new IllegalArgumentException("not a line");
        }
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }

    private byte one() throws IOException {
      if (!buffer.hasRemaining()) {
        buffer.clear();
        int n = channel.read(buffer, position);
        buffer.flip();
        if (n <= 0) {
          throw new EOFException();
        }
        position += n;
      }
      return buffer.get();
    }

    private byte[] bytes(int length) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int i = 0; i < length; i++) {
        all.write(one());
      }
      return all.toByteArray();
    }
  }

  /** In one line, and without tabs. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next == 't' ? '\t' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
