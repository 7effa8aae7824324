package io.github.facesj.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Small JPEGs in memory, such as {@link JpegWriter} makes, as pixels. */
public final class JpegReader {

  private JpegReader() {}

  /**
   * Decodes a picture of a face.
   *
   * @param jpeg the whole file
   * @return empty where the bytes are damaged, or no picture
   */
  public static Optional<FaceImage> decode(byte[] jpeg) {
    try {
      // ImageIO's own stream would put each face into a file of the temporary folder.
      BufferedImage image =
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
      if (image == null) {
        return Optional.empty();
      }
      int width = image.getWidth();
      int height = image.getHeight();
      return Optional.of(
          FaceImage.of(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
