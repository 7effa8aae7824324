package io.github.facesj.exchange.packet;

import io.github.facesj.io.InputFile;
import io.github.facesj.run.FacesException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * The XMP packets inside of photos: of JPEG, PNG, TIFF, WebP, HEIC and AVIF files. Only what they
 * take is read; pictures are passed by.
 */
public final class EmbeddedXmp {

  /** Bytes by which the formats are known. */
  private static final int HEAD = 12;

  /** Where metadata of a format lie. */
  @FunctionalInterface
  private interface Container {
    List<byte[]> packets(PhotoBytes file) throws IOException;
  }

  /** A format, by its first bytes as characters. */
  private enum Format {
    JPEG("\u00ff\u00d8\u00ff", JpegPackets::of),
    PNG("\u0089PNG\r\n\u001a\n", PngPackets::of),
    TIFF("II\\*\0|MM\0\\*|II\\+\0|MM\0\\+", TiffPackets::of),
    WEBP("RIFF....WEBP", WebpPackets::of),
    HEIF("....ftyp", HeifPackets::of);

    private final Pattern start;
    private final Container container;

    Format(String start, Container container) {
      this.start = Pattern.compile(start, Pattern.DOTALL);
      this.container = container;
    }
  }

  private EmbeddedXmp() {}

  /**
   * The packets of a photo: usually none or one, of JPEG a second where the first one's place is
   * full.
   *
   * @return none where the format has no place for them
   * @throws FacesException if the file cannot be read, or its metadata are cut short
   */
  public static List<byte[]> packets(Path photo) throws FacesException {
    try {
      InputFile.requireRegular(photo);
      try (var channel = Files.newByteChannel(photo)) {
        PhotoBytes file = new PhotoBytes(channel);
        int known = (int) Math.min(HEAD, file.size());
        String head = new String(file.at(0, known), StandardCharsets.ISO_8859_1);
        for (Format format : Format.values()) {
          if (format.start.matcher(head).lookingAt()) {
            return format.container.packets(file);
          }
        }
        return List.of();
      }
    } catch (EOFException | ZipException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The metadata of %s are damaged (%s). Copy the photo again.",
              photo,
              e.getMessage() == null ? "the file ends too soon" : e.getMessage()),
          e);
    } catch (IOException e) {
      throw InputFile.unreadable("The photo", photo, e);
    }
  }

  /**
   * @throws EOFException if it is absurdly long
   */
  static int length(long bytes) throws EOFException {
    if (bytes < 0 || bytes > InputFile.ONE_PHOTO) {
      throw new EOFException(
          String.format(
              Locale.ROOT,
              "they claim %d bytes, and at most %d are read",
              bytes,
              InputFile.ONE_PHOTO));
    }
    return (int) bytes;
  }
}
