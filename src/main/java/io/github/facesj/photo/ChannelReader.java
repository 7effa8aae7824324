package io.github.facesj.photo;

import com.drew.lang.BufferBoundsException;
import com.drew.lang.RandomAccessReader;
import io.github.facesj.io.FileContent;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * A file for metadata-extractor, which would otherwise open it through {@code java.io.File} or hold
 * all of it in memory: the notes of a TIFF may stand at its end.
 */
final class ChannelReader extends RandomAccessReader {

  private final SeekableByteChannel channel;

  ChannelReader(SeekableByteChannel channel) {
    this.channel = channel;
  }

  @Override
  public int toUnshiftedOffset(int offset) {
    return offset;
  }

  @Override
  public byte getByte(int index) throws IOException {
    return getBytes(index, 1)[0];
  }

  @Override
  public byte[] getBytes(int index, int count) throws IOException {
    validateIndex(index, count);
    channel.position(index);
    return FileContent.head(channel, count);
  }

  @Override
  protected void validateIndex(int index, int count) throws IOException {
    if (!isValidIndex(index, count)) {
      throw new BufferBoundsException(index, count, getLength());
    }
  }

  @Override
  protected boolean isValidIndex(int index, int count) throws IOException {
    return index >= 0 && count >= 0 && (long) index + count <= channel.size();
  }

  @Override
  public long getLength() throws IOException {
    return channel.size();
  }
}
