package io.github.facesj.photo.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The chunks of a WebP file, followed without decoding (WebP Container Specification): whether the
 * file is as long as it says, and no picture in it is larger than the whole, for which the decoder
 * would take room at will.
 */
public final class WebpChunks {

  private static final int HEAD = 8;
  private static final int FIRST = 12;

  /** Sides of a picture have 14 bits. */
  private static final int LARGEST = 16_384;

  /** Bytes of a frame before its own chunks. */
  private static final int FRAME_HEAD = 16;

  private final PhotoStream in;
  private boolean isLossless;
  private boolean begun;
  private int width = LARGEST;
  private int height = LARGEST;

  private WebpChunks(PhotoStream in) {
    this.in = in;
  }

  /**
   * @throws EOFException if the end is missing
   * @throws IOException if sizes contradict each other, or the file cannot be read
   */
  static void require(PhotoStream in) throws IOException {
    of(in);
  }

  /**
   * Whether the first picture is stored without loss.
   *
   * @throws IOException as {@link #require}
   */
  public static boolean isLossless(PhotoStream in) throws IOException {
    return of(in).isLossless;
  }

  private static WebpChunks of(PhotoStream in) throws IOException {
    long length = HEAD + (buffer(in, 4, 4).getInt() & 0xffffffffL);
    if (in.length() < length) {
      throw new EOFException();
    }
    WebpChunks chunks = new WebpChunks(in);
    chunks.follow(FIRST, length);
    return chunks;
  }

  private void follow(long from, long end) throws IOException {
    long at = from;
    while (at + HEAD <= end) {
      String kind = new String(in.bytes(at, 4), StandardCharsets.ISO_8859_1);
      long size = buffer(in, at + 4, 4).getInt() & 0xffffffffL;
      switch (kind) {
        case "VP8X" -> canvas(buffer(in, at + HEAD + 4, 6));
        case "VP8 " -> lossy(buffer(in, at + HEAD + 3, 7));
        case "VP8L" -> lossless(buffer(in, at + HEAD + 1, 4).getInt());
        case "ANMF" -> follow(at + HEAD + FRAME_HEAD, Math.min(end, at + HEAD + size));
        default -> {
          // notes
        }
      }
      at += HEAD + size + (size & 1);
    }
  }

  private void canvas(ByteBuffer sides) throws IOException {
    int w = 1 + ((sides.getShort() & 0xffff) | (sides.get() & 0xff) << 16);
    int h = 1 + ((sides.getShort() & 0xffff) | (sides.get() & 0xff) << 16);
    requireWithin(w, h);
    width = w;
    height = h;
  }

  private void lossy(ByteBuffer frame) throws IOException {
    begun = true;
    if (frame.get() != (byte) 0x9d || frame.get() != 1 || frame.get() != 0x2a) {
      throw new IOException("its picture does not begin like one");
    }
    requireWithin(frame.getShort() & 0x3fff, frame.getShort() & 0x3fff);
  }

  private void lossless(int sides) throws IOException {
    isLossless |= !begun;
    begun = true;
    requireWithin(1 + (sides & 0x3fff), 1 + (sides >>> 14 & 0x3fff));
  }

  private void requireWithin(int w, int h) throws IOException {
    if (w > width || h > height) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a picture of %d x %d pixels cannot be in one of %d x %d",
              w,
              h,
              width,
              height));
    }
  }

  private static ByteBuffer buffer(PhotoStream in, long at, int bytes) throws IOException {
    return ByteBuffer.wrap(in.bytes(at, bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
