package io.github.facesj.photo;

import io.github.facesj.photo.format.PhotoStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * PNG and WebP files without the chunks that pixels do not need: colour profiles, which are not
 * applied, texts, times. Decoders stop at one that is broken, although every viewer shows the
 * picture.
 */
final class PixelChunks {

  private static final int PNG_HEAD = 8;

  /** Length, name and checksum of a chunk of a PNG. */
  private static final int PNG_FRAME = 12;

  private static final int RIFF_HEAD = 12;
  private static final int WEBP_FRAME = 8;

  /** Size of the chunk VP8X with its frame, and the flag in it for a profile. */
  private static final int CANVAS = 18;

  private static final int HAS_PROFILE = 0x20;

  private PixelChunks() {}

  /**
   * A PNG with all that stands before its pixels and is no note: the critical chunks, whose names
   * begin with a capital, and transparency (PNG specification, 5.4).
   */
  static PhotoStream ofPng(PhotoStream in) throws IOException {
    PhotoStream out = in.empty().add(0, Math.min(PNG_HEAD, in.length()));
    long at = PNG_HEAD;
    while (at + PNG_FRAME <= in.length()) {
      ByteBuffer head = ByteBuffer.wrap(in.bytes(at, 8));
      long size = PNG_FRAME + (head.getInt() & 0xffffffffL);
      String name = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
      if (name.equals("IDAT") || at + size > in.length()) {
        break;
      }
      if (Character.isUpperCase(name.charAt(0)) || name.equals("tRNS")) {
        out.add(at, size);
      }
      at += size;
    }
    return out.add(Math.min(at, in.length()), Math.max(0, in.length() - at));
  }

  /** A WebP without its profile: the file itself where it has none. */
  static PhotoStream ofWebp(PhotoStream in) throws IOException {
    if (in.length() < RIFF_HEAD + CANVAS || !name(in, RIFF_HEAD).equals("VP8X")) {
      return in;
    }
    byte[] canvas = in.bytes(RIFF_HEAD, CANVAS);
    if (ByteBuffer.wrap(canvas).order(ByteOrder.LITTLE_ENDIAN).getInt(4) != CANVAS - WEBP_FRAME) {
      return in;
    }
    long at = RIFF_HEAD + CANVAS;
    long profile = 0;
    if (at + WEBP_FRAME <= in.length() && name(in, at).equals("ICCP")) {
      long size =
          ByteBuffer.wrap(in.bytes(at + 4, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt()
              & 0xffffffffL;
      profile = Math.min(in.length() - at, WEBP_FRAME + size + (size & 1));
    }
    canvas[WEBP_FRAME] &= ~HAS_PROFILE;
    ByteBuffer head = ByteBuffer.wrap(in.bytes(0, RIFF_HEAD)).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(4, (int) ((head.getInt(4) & 0xffffffffL) - profile));
    long rest = at + profile;
    return in.empty().insert(head.array()).insert(canvas).add(rest, in.length() - rest);
  }

  private static String name(PhotoStream in, long at) throws IOException {
    return new String(in.bytes(at, 4), StandardCharsets.ISO_8859_1);
  }
}
