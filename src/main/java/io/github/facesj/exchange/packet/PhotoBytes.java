package io.github.facesj.exchange.packet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Bytes of a file, from wherever they are asked for, without the rest. */
final class PhotoBytes {

  private final SeekableByteChannel channel;
  private final long size;

  PhotoBytes(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /** Whether so many bytes are there. */
  boolean has(long from, long count) {
    return from >= 0 && count >= 0 && count <= size && from <= size - count;
  }

  /**
   * @throws EOFException if the file ends before
   */
  ByteBuffer at(long from, int count, ByteOrder order) throws IOException {
    if (!has(from, count)) {
      throw new EOFException("the file ends before its metadata do");
    }
    ByteBuffer bytes = ByteBuffer.allocate(count).order(order);
    channel.position(from);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  byte[] at(long from, int count) throws IOException {
    return at(from, count, ByteOrder.BIG_ENDIAN).array();
  }
}
