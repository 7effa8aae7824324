package io.github.facesj.photo.format;

import java.io.EOFException;
import java.io.IOException;

/** Whether the first picture of a GIF ends with its terminator (GIF89a, section 15 and on). */
final class GifBlocks {

  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2c;
  private static final int HEAD = 13;
  private static final int PLACE_AND_SIZE = 9;

  private final PhotoStream in;

  private GifBlocks(PhotoStream in) {
    this.in = in;
  }

  /**
   * @throws EOFException if the end is missing
   * @throws IOException if the file cannot be read
   */
  static void require(PhotoStream in) throws IOException {
    GifBlocks blocks = new GifBlocks(in);
    in.seek(HEAD - 3);
    int flags = in.readUnsignedByte();
    in.seek(HEAD);
    blocks.skipColours(flags);
    blocks.firstPicture();
  }

  private void firstPicture() throws IOException {
    int block = in.readUnsignedByte();
    while (block == EXTENSION) {
      in.readUnsignedByte(); // which one
      skipSubBlocks();
      block = in.readUnsignedByte();
    }
    if (block == PICTURE) {
      in.skipBytes(PLACE_AND_SIZE - 1);
      skipColours(in.readUnsignedByte());
      in.readUnsignedByte(); // bits of the first codes
      skipSubBlocks();
    } // anything else is for the decoder to complain about
  }

  private void skipColours(int flags) throws IOException {
    if ((flags & 0x80) != 0) {
      in.skipBytes(3 << ((flags & 7) + 1));
    }
  }

  private void skipSubBlocks() throws IOException {
    int size = in.readUnsignedByte();
    while (size > 0) {
      in.skipBytes(size);
      size = in.readUnsignedByte();
    }
  }
}
