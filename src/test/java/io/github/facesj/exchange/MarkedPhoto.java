package io.github.facesj.exchange;

import io.github.facesj.face.Box;
import io.github.facesj.image.FaceImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** JPEG files that are stored turned, with a white rectangle whose place in the file is known. */
public final class MarkedPhoto {

  /** Of the stored picture. */
  public static final int WIDTH = 160;

  public static final int HEIGHT = 96;

  /** The white rectangle in the stored picture, in whole blocks of the JPEG. */
  public static final Box MARK = new Box(16, 32, 48, 24);

  private MarkedPhoto() {}

  public static Path write(Path file, int exifOrientation) throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect((int) MARK.x(), (int) MARK.y(), (int) MARK.width(), (int) MARK.height());
    g.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", jpeg);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg.toByteArray(), 0, 2);
    // APP1 with one entry: tag 0x0112, one SHORT (CIPA DC-008).
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) exifOrientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    out.writeBytes(exif);
    out.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
    Files.write(file, out.toByteArray());
    return file;
  }

  /** Where the white rectangle is in a picture. */
  public static Box find(FaceImage image) {
    int x1 = Integer.MAX_VALUE;
    int y1 = Integer.MAX_VALUE;
    int x2 = -1;
    int y2 = -1;
    for (int i = 0; i < image.pixels().length; i++) {
      if ((image.pixels()[i] & 0xff) > 127) {
        x1 = Math.min(x1, i % image.width());
        x2 = Math.max(x2, i % image.width());
        y1 = Math.min(y1, i / image.width());
        y2 = Math.max(y2, i / image.width());
      }
    }
    return new Box(x1, y1, x2 + 1 - x1, y2 + 1 - y1);
  }
}
