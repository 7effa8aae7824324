package io.github.facesj.photo.format;

import java.io.EOFException;
import java.io.IOException;

/**
 * Whether a file is as long as it says, for formats whose decoders make up what is missing, or
 * stumble over it without a word that helps. (The decoders of PNG, BMP and PNM notice; JPEG has its
 * own way, see {@link JpegLayout}.)
 */
public final class FileCompleteness {

  private FileCompleteness() {}

  /**
   * @throws EOFException if the end is missing
   * @throws IOException if the file cannot be read
   */
  public static void require(PhotoStream in, PhotoFormat format) throws IOException {
    switch (format) {
      case TIFF -> TiffDirectories.require(in);
      case GIF -> GifBlocks.require(in);
      case WEBP -> WebpChunks.require(in);
      default -> {
        // the decoder notices
      }
    }
  }
}
