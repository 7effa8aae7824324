package io.github.facesj.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message in the wire format of protocol buffers, and small networks made of such. */
final class OnnxWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private void varint(long value) {
    for (; (value & ~0x7fL) != 0; value >>>= 7) {
      bytes.write((int) ((value & 0x7f) | 0x80));
    }
    bytes.write((int) value);
  }

  OnnxWriter number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  OnnxWriter bytes(int field, byte[] value) {
    varint((long) field << 3 | 2);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  OnnxWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  OnnxWriter message(int field, OnnxWriter value) {
    return bytes(field, value.toBytes());
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private static OnnxWriter entry(String key, String value) {
    return new OnnxWriter().text(1, key).text(2, value);
  }

  /** A tensor of three numbers, {@code w}, which lie in another file. */
  static OnnxWriter tensor(String location, String offset, String length) {
    return new OnnxWriter()
        .number(1, 3) // dims
        .number(2, 1) // float32
        .text(8, "w")
        .message(13, entry("location", location))
        .message(13, entry("offset", offset))
        .message(13, entry("length", length))
        .number(14, 1); // external
  }

  static OnnxWriter tensor(String location) {
    return tensor(location, "4", "12");
  }

  private static OnnxWriter value(String name) {
    OnnxWriter shape = new OnnxWriter().message(1, new OnnxWriter().number(1, 3));
    OnnxWriter tensor = new OnnxWriter().number(1, 1).message(2, shape);
    return new OnnxWriter().text(1, name).message(2, new OnnxWriter().message(1, tensor));
  }

  /** A network that adds {@code w} to its input {@code x}, and gives {@code y}. */
  static OnnxWriter sum(OnnxWriter w) {
    OnnxWriter node = new OnnxWriter().text(1, "x").text(1, "w").text(2, "y").text(4, "Add");
    OnnxWriter graph =
        new OnnxWriter()
            .message(1, node)
            .text(2, "sum")
            .message(5, w)
            .message(11, value("x"))
            .message(12, value("y"));
    return model(graph);
  }

  static OnnxWriter model(OnnxWriter graph) {
    return new OnnxWriter()
        .number(1, 8)
        .message(8, new OnnxWriter().number(2, 13))
        .message(7, graph);
  }
}
