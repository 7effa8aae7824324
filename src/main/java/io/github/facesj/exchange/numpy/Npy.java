package io.github.facesj.exchange.numpy;

import io.github.facesj.io.FileKind;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matrices of numbers for NumPy ({@code numpy.load}): files of its format 1.0 with 32-bit floats,
 * little-endian, row by row. Format: numpy/lib/format.py, "Format Version 1.0": magic, version,
 * length of the header, the header as a Python dictionary filled up with blanks to a multiple of 64
 * bytes and ended by a line feed, then the numbers.
 */
public final class Npy {

  /** A header has no place for a mark. */
  public static final FileKind KIND = FileKind.noted("a matrix of NumPy");

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  /** At most nine digits each, so that their product cannot overflow. */
  private static final Pattern HEADER =
      Pattern.compile(
          "\\A\\{'descr': '<f([48])', 'fortran_order': False, 'shape': \\((\\d{1,9}),"
              + " (\\d{1,9})\\),? ?,?\\s*\\}");

  private Npy() {}

  /**
   * Writes a matrix; an earlier file of that name is replaced, the folder is made.
   *
   * @param rows its rows, perhaps none
   * @param columns numbers in each row
   * @throws FacesException if the file cannot be written; then what was there before still is
   * @throws IllegalArgumentException if a row has another length
   */
  public static void write(Path target, List<float[]> rows, int columns) throws FacesException {
    write(target, rows, columns, WriteGuard.none());
  }

  /** As {@link #write(Path, List, int)}, in a run that reads files. */
  public static void write(Path target, List<float[]> rows, int columns, WriteGuard guard)
      throws FacesException {
    for (float[] row : rows) {
      if (row.length != columns) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "A matrix of %d columns cannot have a row of %d numbers.",
                columns,
                row.length));
      }
    }
    guard.create(target, KIND).write(out -> write(out, rows, columns));
  }

  private static void write(OutputStream out, List<float[]> rows, int columns) throws IOException {
    String dictionary =
        String.format(
            Locale.ROOT,
            "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }",
            rows.size(),
            columns);
    int start = MAGIC.length + Short.BYTES;
    int end = start + dictionary.length() + 1;
    int blanks = (ALIGNMENT - end % ALIGNMENT) % ALIGNMENT;
    byte[] header = (dictionary + " ".repeat(blanks) + "\n").getBytes(StandardCharsets.US_ASCII);
    out.write(MAGIC);
    out.write(little(Short.BYTES).putShort((short) header.length).array());
    out.write(header);
    for (float[] row : rows) {
      ByteBuffer bytes = little(columns * Float.BYTES);
      bytes.asFloatBuffer().put(row);
      out.write(bytes.array());
    }
  }

  /**
   * Reads a matrix of 32- or 64-bit floats, as {@code numpy.save} writes it.
   *
   * @return its rows
   * @throws FacesException if the file cannot be read, is no such matrix, or was cut short
   */
  public static List<float[]> read(Path source) throws FacesException {
    byte[] file = InputFile.bytes("The matrix", source, InputFile.COLLECTION);
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    try {
      for (int i = 0; i < MAGIC.length - 2; i++) {
        if (in.get() != MAGIC[i]) {
          throw new IllegalArgumentException("it does not begin like one");
        }
      }
      int version = in.getShort() & 0xff; // the major one comes first
      int length = version == 1 ? Short.toUnsignedInt(in.getShort()) : in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new IllegalArgumentException("its header is longer than the file");
      }
      byte[] header = new byte[length];
      in.get(header);
      return rows(new String(header, StandardCharsets.US_ASCII), in);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      String why = e instanceof IllegalArgumentException ? Reason.of(e) : "it was cut short";
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s is no matrix of floats as numpy.save writes it: %s.",
              source,
              why),
          e);
    }
  }

  private static List<float[]> rows(String header, ByteBuffer in) {
    Matcher found = HEADER.matcher(header);
    if (!found.find()) {
      throw new IllegalArgumentException(
          "its header is not of little-endian floats in two dimensions, row by row");
    }
    boolean wide = found.group(1).equals("8");
    long rows = Long.parseLong(found.group(2));
    long columns = Long.parseLong(found.group(3));
    long bytes = wide ? Double.BYTES : Float.BYTES;
    if (columns == 0 || in.remaining() != rows * columns * bytes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d x %d numbers are announced, but %d bytes follow",
              rows,
              columns,
              in.remaining()));
    }
    List<float[]> all = new ArrayList<>();
    for (long r = 0; r < rows; r++) {
      float[] row = new float[(int) columns];
      for (int c = 0; c < row.length; c++) {
        row[c] = wide ? (float) in.getDouble() : in.getFloat();
      }
      all.add(row);
    }
    return all;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
