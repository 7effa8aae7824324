package io.github.facesj.photo.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file as its decoder is to see it: pieces of the file, with bytes of our own in between. What is
 * left out or put right never touches the file. Reads go through a buffer, because some decoders
 * ask for one byte at a time, and jump back for each.
 *
 * <p>Whoever decodes asks here for every byte, so that reading stops soon after the user wishes it:
 * the question is put at each piece that is handed over, and after some thousand calls for single
 * bytes or places.
 */
public final class PhotoStream extends ImageInputStreamImpl {

  private static final int BUFFER = 1 << 16;

  /** Bytes handed over at once to a decoder that may make much of them. */
  private static final int SMALL_PIECE = 1024;

  /** Calls without a question, some milliseconds of decoding. */
  private static final int CALLS_BETWEEN = 1 << 14;

  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /**
   * Decoders look a little behind the end. The one of WebP goes on there for as many pixels as the
   * head announces, and takes nothing for zeros.
   */
  private static final int MOST_READS_AT_END = 10_000;

  /**
   * Some bytes, one after the other.
   *
   * @param own the bytes, or null where they are the file's
   * @param start where they begin in the file
   */
  private record Piece(byte[] own, long start, long length) {}

  private final SeekableByteChannel file;
  private final BooleanSupplier canceled;
  private final List<Piece> pieces = new ArrayList<>();
  private final byte[] buffer = new byte[BUFFER];
  private long bufferStart;
  private int bufferLength;
  private long length;
  private int readsAtEnd;
  private int calls;
  private int atOnce = Integer.MAX_VALUE;

  /**
   * @param file null where all bytes are our own
   */
  private PhotoStream(SeekableByteChannel file, BooleanSupplier canceled) {
    this.file = file;
    this.canceled = canceled;
  }

  /** The whole file as it is. The stream closes the channel. */
  public static PhotoStream whole(SeekableByteChannel file, BooleanSupplier canceled)
      throws IOException {
    PhotoStream stream = new PhotoStream(file, canceled);
    stream.add(0, file.size());
    return stream;
  }

  /** Bytes in memory. */
  public static PhotoStream of(byte[] bytes) {
    return new PhotoStream(null, () -> false).insert(bytes);
  }

  /** The same file, of which nothing is to be seen yet. */
  public PhotoStream empty() {
    return new PhotoStream(file, canceled);
  }

  /** Adds a part of the file to the end of what is seen. */
  public PhotoStream add(long start, long bytes) {
    Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    if (last != null && last.own == null && last.start + last.length == start) {
      pieces.set(pieces.size() - 1, new Piece(null, last.start, last.length + bytes));
    } else {
      pieces.add(new Piece(null, start, bytes));
    }
    length += bytes;
    return this;
  }

  /** Adds bytes of our own to the end of what is seen. */
  public PhotoStream insert(byte... own) {
    pieces.add(new Piece(own, 0, own.length));
    length += own.length;
    return this;
  }

  @Override
  public long length() {
    return length;
  }

  /** The bytes from a place on. */
  public byte[] bytes(long from, int count) throws IOException {
    if (count < 0 || from < 0 || from + count > length) {
      throw new EOFException();
    }
    byte[] bytes = new byte[count];
    seek(from);
    readFully(bytes);
    return bytes;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    if (!filled()) {
      return -1;
    }
    if (++calls % CALLS_BETWEEN == 0) {
      requireGoing();
    }
    return buffer[(int) (streamPos++ - bufferStart)] & 0xff;
  }

  /** Some decoders take what they get for all they asked for, so they get all there is. */
  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    bitOffset = 0;
    requireGoing();
    int wanted = Math.min(count, atOnce);
    int done = 0;
    while (done < wanted && filled()) {
      int at = (int) (streamPos - bufferStart);
      int some = Math.min(wanted - done, bufferLength - at);
      System.arraycopy(buffer, at, into, offset + done, some);
      streamPos += some;
      done += some;
    }
    return done == 0 && count > 0 ? -1 : done;
  }

  /** For a decoder that may make megapixels of a few bytes, and takes what it gets. */
  PhotoStream inSmallPieces() {
    atOnce = SMALL_PIECE;
    return this;
  }

  /** Decoders of bits ask for the place at each step, also where no bits come of it. */
  @Override
  public long getStreamPosition() throws IOException {
    if (++calls % CALLS_BETWEEN == 0) {
      requireGoing();
    }
    return super.getStreamPosition();
  }

  private void requireGoing() throws InterruptedIOException {
    if (canceled.getAsBoolean()) {
      throw new InterruptedIOException();
    }
  }

  /** Decoders of bits ask for eight bytes at each step. */
  @Override
  public long readLong() throws IOException {
    long at = streamPos - bufferStart;
    if (at < 0 || at + Long.BYTES > bufferLength) {
      return super.readLong();
    }
    bitOffset = 0;
    streamPos += Long.BYTES;
    VarHandle eight = byteOrder == ByteOrder.BIG_ENDIAN ? BIG : LITTLE;
    return (long) eight.get(buffer, (int) at);
  }

  /** Whether the byte at the current place exists; it is in the buffer then. */
  private boolean filled() throws IOException {
    checkClosed();
    if (streamPos >= bufferStart && streamPos < bufferStart + bufferLength) {
      return true;
    }
    requireGoing();
    bufferStart = streamPos;
    bufferLength = 0;
    long start = 0;
    for (Piece piece : pieces) {
      long from = bufferStart + bufferLength - start;
      if (from >= 0 && from < piece.length) {
        load(piece, from);
      }
      start += piece.length;
      if (bufferLength == BUFFER) {
        break;
      }
    }
    if (bufferLength == 0 && ++readsAtEnd > MOST_READS_AT_END) {
      throw new IOException(new EOFException());
    }
    return bufferLength > 0;
  }

  @SuppressWarnings("UnsafeFinalization") // arraycopy is native, but needs nothing of this stream
  private void load(Piece piece, long from) throws IOException {
    int some = (int) Math.min(piece.length - from, BUFFER - bufferLength);
    if (piece.own != null) {
      System.arraycopy(piece.own, (int) from, buffer, bufferLength, some);
      bufferLength += some;
      return;
    }
    file.position(piece.start + from);
    ByteBuffer room = ByteBuffer.wrap(buffer, bufferLength, some);
    while (room.hasRemaining()) {
      if (file.read(room) < 0) {
        throw new EOFException(); // the file became shorter while it was read
      }
    }
    bufferLength += some;
  }

  @Override
  public void close() throws IOException {
    super.close();
    if (file != null) {
      file.close();
    }
  }
}
