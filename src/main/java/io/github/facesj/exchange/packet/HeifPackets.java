package io.github.facesj.exchange.packet;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * XMP in HEIC and AVIF: an item of the type {@code application/rdf+xml} (ISO/IEC 14496-12, boxes
 * iinf and iloc; ISO/IEC 23008-12, annex A.3).
 */
final class HeifPackets {

  private static final String XMP = "application/rdf+xml";

  /** Boxes of a file, or of a box: photos have some ten. */
  private static final int MOST_BOXES = 10_000;

  /** Bytes after the version of a box. */
  private static final int FLAGS = 3;

  /** Where a box's content lies. */
  private record Part(String kind, long from, long to) {}

  private final PhotoBytes file;
  private final Set<Long> items = new HashSet<>();
  private final List<byte[]> packets = new ArrayList<>();

  private HeifPackets(PhotoBytes file) {
    this.file = file;
  }

  static List<byte[]> of(PhotoBytes file) throws IOException {
    HeifPackets heif = new HeifPackets(file);
    try {
      heif.read();
    } catch (BufferUnderflowException e) {
      throw new EOFException("a box ends before its content does");
    }
    return heif.packets;
  }

  private void read() throws IOException {
    for (Part top : parts(0, file.size())) {
      if (top.kind.equals("meta")) {
        List<Part> inside = parts(top.from + 4, top.to);
        for (Part part : inside) {
          if (part.kind.equals("iinf")) {
            names(part);
          }
        }
        for (Part part : inside) {
          if (part.kind.equals("iloc") && !items.isEmpty()) {
            places(content(part), inside);
          }
        }
      }
    }
  }

  private List<Part> parts(long from, long to) throws IOException {
    List<Part> parts = new ArrayList<>();
    long at = from;
    while (at + 8 <= to && parts.size() < MOST_BOXES) {
      ByteBuffer head = file.at(at, 8, ByteOrder.BIG_ENDIAN);
      long length = head.getInt() & 0xffffffffL;
      String kind = StandardCharsets.ISO_8859_1.decode(head).toString();
      long start = at + 8;
      if (length == 1) {
        length = file.at(start, 8, ByteOrder.BIG_ENDIAN).getLong();
        start += 8;
      } else if (length == 0) {
        length = to - at;
      }
      if (length < start - at || length > to - at) {
        return parts; // cut short: pictures may be, and metadata come first
      }
      parts.add(new Part(kind, start, at + length));
      at += length;
    }
    return parts;
  }

  private ByteBuffer content(Part part) throws IOException {
    return file.at(part.from, EmbeddedXmp.length(part.to - part.from), ByteOrder.BIG_ENDIAN);
  }

  /** The numbers of the items that are XMP. */
  private void names(Part info) throws IOException {
    int version = content(new Part("", info.from, info.from + 1)).get();
    for (Part entry : parts(info.from + (version == 0 ? 6 : 8), info.to)) {
      if (entry.kind.equals("infe")) {
        name(content(entry));
      }
    }
  }

  private void name(ByteBuffer entry) {
    int version = entry.get();
    entry.get(new byte[FLAGS]);
    if (version < 2) {
      return; // of older files, without types
    }
    long item = version == 2 ? entry.getShort() & 0xffff : entry.getInt() & 0xffffffffL;
    entry.getShort(); // protection
    byte[] rest = new byte[entry.remaining()];
    entry.get(rest);
    String text = new String(rest, StandardCharsets.ISO_8859_1);
    String[] words = text.split("\0", -1); // type and name, content type
    if (text.startsWith("mime") && words.length > 1 && words[1].equals(XMP)) {
      items.add(item);
    }
  }

  private void places(ByteBuffer iloc, List<Part> inside) throws IOException {
    int version = iloc.get();
    iloc.get(new byte[FLAGS]);
    int sizes = iloc.getShort() & 0xffff;
    int offsetSize = sizes >> 12;
    int lengthSize = sizes >> 8 & 15;
    int baseSize = sizes >> 4 & 15;
    int indexSize = version > 0 ? sizes & 15 : 0;
    long count = version < 2 ? iloc.getShort() & 0xffff : iloc.getInt() & 0xffffffffL;
    for (long i = 0; i < count; i++) {
      long item = version < 2 ? iloc.getShort() & 0xffff : iloc.getInt() & 0xffffffffL;
      int method = version > 0 ? iloc.getShort() & 15 : 0;
      iloc.getShort(); // file
      long base = number(iloc, baseSize);
      int extents = iloc.getShort() & 0xffff;
      ByteArrayOutputStream packet = new ByteArrayOutputStream();
      for (int k = 0; k < extents; k++) {
        number(iloc, indexSize);
        long from = base + number(iloc, offsetSize);
        long length = number(iloc, lengthSize);
        if (items.contains(item)) {
          EmbeddedXmp.length(packet.size() + length);
          packet.writeBytes(file.at(from + start(method, inside), EmbeddedXmp.length(length)));
        }
      }
      if (items.contains(item)) {
        packets.add(packet.toByteArray());
      }
    }
  }

  /** Places are counted from the beginning of the file, or of the box for small data. */
  private static long start(int method, List<Part> inside) throws IOException {
    if (method == 0) {
      return 0;
    }
    return inside.stream()
        .filter(p -> method == 1 && p.kind.equals("idat"))
        .mapToLong(Part::from)
        .findFirst()
        .orElseThrow(() -> new EOFException("they lie in another item"));
  }

  private static long number(ByteBuffer from, int size) throws IOException {
    return switch (size) {
      case 0 -> 0;
      case 4 -> from.getInt() & 0xffffffffL;
      case 8 -> from.getLong();
      default ->
          throw new EOFException(
              String.format(Locale.ROOT, "their place is written in %d bytes", size));
    };
  }
}
