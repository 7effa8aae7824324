package io.github.facesj.photo;

import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.format.PhotoFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as JPEG in memory, written by the JDK alone: same pixels, same bytes. */
public final class JpegWriter {

  private JpegWriter() {}

  /**
   * Encodes a picture.
   *
   * @param quality 0 to 1, as the JDK counts it
   */
  public static byte[] encode(FaceImage picture, float quality) {
    int w = picture.width();
    int h = picture.height();
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, w, h, picture.pixels(), 0, w);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriter writer = PhotoFormat.jpegWriter();
      try {
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), how);
      } finally {
        writer.dispose();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can be written.", e);
    }
    return bytes.toByteArray();
  }
}
