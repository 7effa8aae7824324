package io.github.facesj.photo;

import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.format.JpegLayout;
import io.github.facesj.photo.format.PhotoFormat;
import io.github.facesj.photo.format.PhotoStream;
import io.github.facesj.run.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReader;

/** Small JPEGs in memory, such as {@link JpegWriter} makes, as pixels. */
public final class JpegReader {

  /** Pictures of faces have some 10,000; archives may come from anybody. */
  private static final long MOST_PIXELS = 4_000_000;

  private JpegReader() {}

  /**
   * Decodes a picture of a face.
   *
   * @param jpeg the whole file
   * @return empty where the bytes are damaged, no JPEG, or a picture far larger than of a face
   */
  public static Optional<FaceImage> decode(byte[] jpeg) {
    try (PhotoStream in = PhotoStream.of(jpeg)) {
      if (PhotoFormat.of(in.bytes(0, Math.min(jpeg.length, PhotoFormat.HEAD)))
          .filter(PhotoFormat.JPEG::equals)
          .isEmpty()) {
        return Optional.empty();
      }
      JpegLayout.of(in); // whole, and not made to be decoded for ever
      in.seek(0);
      return decode(in);
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // decoders meet damage with whatever it leads them into
    }
  }

  private static Optional<FaceImage> decode(PhotoStream in) throws IOException {
    ImageReader reader = PhotoFormat.JPEG.reader();
    try {
      reader.setInput(in);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        return Optional.empty();
      }
      DecoderWatch watch = new DecoderWatch(reader, Progress.SILENT);
      BufferedImage image = reader.read(0);
      watch.requireWhole();
      return Optional.of(
          FaceImage.of(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
    } finally {
      reader.dispose();
    }
  }
}
