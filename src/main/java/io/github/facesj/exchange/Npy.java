package io.github.facesj.exchange;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Matrices of numbers for NumPy ({@code numpy.load}): files of its format 1.0 with 32-bit floats,
 * little-endian, row by row. Format: numpy/lib/format.py, "Format Version 1.0": magic, version,
 * length of the header, the header as a Python dictionary filled up with blanks to a multiple of 64
 * bytes and ended by a line feed, then the numbers.
 */
public final class Npy {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

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
    for (float[] row : rows) {
      if (row.length != columns) {
        throw new IllegalArgumentException(
            "A matrix of %d columns cannot have a row of %d numbers."
                .formatted(columns, row.length));
      }
    }
    try (AtomicFile file = AtomicFile.create(target)) {
      try {
        write(file.stream(), rows, columns);
      } catch (IOException e) {
        throw AtomicFile.unwritable(target, e);
      }
      file.commit();
    }
  }

  private static void write(OutputStream out, List<float[]> rows, int columns) throws IOException {
    String dictionary =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
            .formatted(rows.size(), columns);
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

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
