package io.github.facesj.model;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Walks through a file in the wire format of protocol buffers and skips what is not of interest, so
 * that a network of a gigabyte is looked through in no time and in no memory. Strict: what a
 * lenient reader might take for something else is refused.
 */
final class WireReader {

  /** Wire types: a number, eight bytes, a length and so many bytes, four bytes. */
  static final int VARINT = 0;

  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private static final int BUFFER = 1 << 14;

  private final SeekableByteChannel channel;
  private final long size;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
  private long position; // in the file, of the next byte

  WireReader(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  long position() {
    return position;
  }

  /**
   * The next tag: number of the field times eight, and its wire type.
   *
   * @throws IOException if there is none
   */
  int tag() throws IOException {
    long tag = varint();
    if (tag < 8 || tag >>> 32 != 0) {
      throw new IOException("a field without a number");
    }
    return (int) tag;
  }

  /** A length, of bytes that are there before this end. */
  long length(long end) throws IOException {
    long length = varint();
    if (length < 0 || length > end - position) {
      throw new EOFException("a part that is longer than the whole");
    }
    return length;
  }

  /** Skips the value of a field of this wire type. */
  void skip(int type, long end) throws IOException {
    switch (type) {
      case VARINT -> varint();
      case FIXED64 -> seek(position + Long.BYTES, end);
      case BYTES -> {
        long length = length(end);
        seek(position + length, end);
      }
      case FIXED32 -> seek(position + Integer.BYTES, end);
      default -> throw new IOException("a field of an unknown type");
    }
  }

  private void seek(long to, long end) throws IOException {
    if (to > end) {
      throw new EOFException("a part that is longer than the whole");
    }
    long ahead = to - position;
    if (ahead <= buffer.remaining()) {
      buffer.position(buffer.position() + (int) ahead);
    } else {
      channel.position(to);
      buffer.limit(0);
    }
    position = to;
  }

  /** A text of so many bytes. */
  String text(int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = next();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte b = next();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IOException("a number without an end");
  }

  private byte next() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      int read = channel.read(buffer);
      buffer.flip();
      if (read <= 0) {
        throw new EOFException("the end is missing");
      }
    }
    position++;
    return buffer.get();
  }
}
