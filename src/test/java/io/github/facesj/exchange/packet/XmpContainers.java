package io.github.facesj.exchange.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Files of every format that hold a packet, and next to nothing else. */
public final class XmpContainers {

  private XmpContainers() {}

  /** By their names. */
  public static Map<String, byte[]> all(byte[] xmp) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.webp", webp(xmp));
    files.put("a.png", png(xmp, false));
    files.put("packed.png", png(xmp, true));
    files.put("little.tif", tiff(xmp, ByteOrder.LITTLE_ENDIAN, false));
    files.put("big.tif", tiff(xmp, ByteOrder.BIG_ENDIAN, true));
    files.put("a.heic", heif(xmp));
    files.put("extended.jpg", jpeg(xmp));
    return files;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] chunk(String kind, byte[] content) {
    ByteBuffer chunk =
        ByteBuffer.allocate(8 + content.length + (content.length & 1))
            .order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put(ascii(kind)).putInt(content.length).put(content).array();
  }

  static byte[] webp(byte[] xmp) {
    byte[] body =
        joined(
            chunk("VP8X", new byte[] {4, 0, 0, 0, (byte) 159, 0, 0, 95, 0, 0}), chunk("XMP ", xmp));
    ByteBuffer file = ByteBuffer.allocate(12 + body.length).order(ByteOrder.LITTLE_ENDIAN);
    return file.put(ascii("RIFF")).putInt(4 + body.length).put(ascii("WEBP")).put(body).array();
  }

  private static byte[] png(byte[] xmp, boolean packed) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    if (packed) {
      try (DeflaterOutputStream out = new DeflaterOutputStream(text)) {
        out.write(xmp);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      text.writeBytes(xmp);
    }
    byte[] head = ascii("XML:com.adobe.xmp\0" + (packed ? "\1" : "\0") + "\0en\0\0");
    byte[] content = joined(head, text.toByteArray());
    ByteBuffer chunks = ByteBuffer.allocate(12 + 13 + 12 + content.length + 12);
    chunks.putInt(13).put(ascii("IHDR")).put(new byte[13]).putInt(0);
    chunks.putInt(content.length).put(ascii("iTXt")).put(content).putInt(0);
    chunks.putInt(0).put(ascii("IEND")).putInt(0);
    return joined(ascii("\u0089PNG\r\n\u001a\n"), chunks.array());
  }

  private static byte[] tiff(byte[] xmp, ByteOrder order, boolean big) {
    ByteBuffer file = ByteBuffer.allocate(100 + xmp.length).order(order);
    file.put(ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"));
    if (big) {
      file.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(16).putLong(1);
      file.putShort((short) 700).putShort((short) 1).putLong(xmp.length).putLong(60);
    } else {
      file.putShort((short) 42).putInt(8).putShort((short) 1);
      file.putShort((short) 700).putShort((short) 1).putInt(xmp.length).putInt(60);
    }
    return file.position(60).put(xmp).array();
  }

  private static byte[] box(String kind, byte[]... contents) {
    byte[] content = joined(contents);
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(ascii(kind))
        .put(content)
        .array();
  }

  /** Two items, of which the second is XMP. */
  static byte[] heif(byte[] xmp) {
    byte[] type = box("ftyp", ascii("heic\0\0\0\0mif1"));
    byte[] first = box("infe", new byte[] {2, 0, 0, 0, 0, 1, 0, 0}, ascii("hvc1\0"));
    byte[] second =
        box("infe", new byte[] {2, 0, 0, 0, 0, 2, 0, 0}, ascii("mime\0application/rdf+xml\0"));
    byte[] items = box("iinf", new byte[] {0, 0, 0, 0, 0, 2}, first, second);
    int before = type.length + 8 + 4 + items.length + 8 + 8 + 2 * 14 + 8;
    ByteBuffer places = ByteBuffer.allocate(8 + 2 * 14);
    places.putInt(0).putShort((short) 0x4400).putShort((short) 2);
    places.putShort((short) 1).putShort((short) 0).putShort((short) 1).putInt(0).putInt(8);
    places.putShort((short) 2).putShort((short) 0).putShort((short) 1);
    places.putInt(before).putInt(xmp.length);
    byte[] meta = box("meta", new byte[4], items, box("iloc", places.array()));
    return joined(type, meta, box("mdat", xmp));
  }

  /** The packet is in two parts, in the wrong order, because it has no room in one. */
  private static byte[] jpeg(byte[] xmp) {
    int half = xmp.length / 2;
    return joined(
        new byte[] {(byte) 0xff, (byte) 0xd8},
        part(xmp, half, xmp.length),
        part(xmp, 0, half),
        new byte[] {(byte) 0xff, (byte) 0xd9});
  }

  private static byte[] part(byte[] xmp, int from, int to) {
    byte[] address = ascii("http://ns.adobe.com/xmp/extension/\0");
    int length = 2 + address.length + 32 + 8 + to - from;
    ByteBuffer part = ByteBuffer.allocate(2 + length);
    part.putShort((short) 0xffe1).putShort((short) length).put(address);
    part.put(ascii("0123456789ABCDEF0123456789ABCDEF")).putInt(xmp.length).putInt(from);
    return part.put(Arrays.copyOfRange(xmp, from, to)).array();
  }
}
