package io.github.facesj.exchange.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the files apart as numpy/lib/format.py does. */
class NpyTest {

  @TempDir Path dir;

  /** The dictionary of a file of format 1.0; the buffer then stands at the numbers. */
  static String header(ByteBuffer file) {
    byte[] magic = new byte[8];
    file.order(ByteOrder.LITTLE_ENDIAN).get(magic);
    assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    byte[] header = new byte[Short.toUnsignedInt(file.getShort())];
    file.get(header);
    assertThat(file.position() % 64).as("where the numbers begin").isZero();
    String text = new String(header, StandardCharsets.US_ASCII);
    assertThat(text).endsWith("\n");
    return text.strip();
  }

  @Test
  void writesWhatTheFormatDemands() throws Exception {
    Path file = dir.resolve("写真/a.npy");
    List<float[]> rows =
        List.of(new float[] {1, -2.5f, Float.MIN_VALUE}, new float[] {0.1f, 3e38f, 0});
    Npy.write(file, rows, 3);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    assertThat(header(bytes))
        .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }");
    for (float[] row : rows) {
      for (float v : row) {
        assertThat(bytes.getFloat()).isEqualTo(v);
      }
    }
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void numbersBeginAtAMultipleOf64WhateverTheShape() throws Exception {
    for (int rows : new int[] {0, 1, 9, 10, 99, 100, 12345}) {
      Path file = dir.resolve(rows + ".npy");
      Npy.write(file, Collections.nCopies(rows, new float[] {1}), 1);
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      assertThat(header(bytes)).contains("'shape': (" + rows + ", 1)");
      assertThat(bytes.remaining()).isEqualTo(4 * rows);
    }
  }

  @Test
  void leavesNothingHalfWritten() throws Exception {
    Path blocked = Files.writeString(dir.resolve("file"), "not a folder");
    assertThatThrownBy(() -> Npy.write(blocked.resolve("a.npy"), List.of(), 1))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("cannot be written");
    assertThatThrownBy(() -> Npy.write(dir.resolve("b.npy"), List.of(new float[2]), 3))
        .hasMessage("A matrix of 3 columns cannot have a row of 2 numbers.");
    assertThat(dir.resolve("b.npy")).doesNotExist();
  }
}
