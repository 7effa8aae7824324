package io.github.facesj.photo;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** One portrait in every format and kind of compression, as bytes, for tests that break it. */
public final class WrittenPhotos {

  private static final Path PORTRAIT = Path.of("sample-images/portraits/ada/ada_1.jpg");
  private static final Path RESOURCES = Path.of("src/test/resources/photos");

  private WrittenPhotos() {}

  /** Files by a name that ends in their format. */
  public static Map<String, byte[]> all() {
    try {
      Map<String, byte[]> all = new LinkedHashMap<>();
      BufferedImage colour = portrait(BufferedImage.TYPE_INT_RGB);
      BufferedImage grey = portrait(BufferedImage.TYPE_BYTE_GRAY);
      BufferedImage palette = portrait(BufferedImage.TYPE_BYTE_INDEXED);
      all.put("baseline.jpg", written(colour, "jpg", null, false));
      all.put("progressive.jpg", written(colour, "jpg", null, true));
      all.put("grey.jpg", written(grey, "jpg", null, false));
      all.put("cmyk.jpg", Files.readAllBytes(RESOURCES.resolve("cmyk.jpg")));
      all.put("colour.png", written(colour, "png", null, false));
      all.put("palette.png", Files.readAllBytes(RESOURCES.resolve("palette.png")));
      all.put("palette.gif", written(palette, "gif", null, false));
      all.put("colour.bmp", written(colour, "bmp", null, false));
      all.put("rle.bmp", written(palette, "bmp", "BI_RLE8", false));
      all.put("plain.tif", written(colour, "tif", null, false));
      for (String compression : new String[] {"LZW", "ZLib", "PackBits", "JPEG"}) {
        all.put(compression + ".tif", written(colour, "tif", compression, false));
      }
      all.put("float.tif", Files.readAllBytes(RESOURCES.resolve("float.tif")));
      all.put("cmyk.tif", Files.readAllBytes(RESOURCES.resolve("cmyk.tif")));
      all.put("colour.ppm", netpbm(colour));
      all.put("lossless.webp", Files.readAllBytes(RESOURCES.resolve("lossless.webp")));
      all.put("lossy.webp", Files.readAllBytes(RESOURCES.resolve("lossy_exif6.webp")));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage portrait(int type) throws IOException {
    BufferedImage small = new BufferedImage(96, 120, type);
    Graphics2D graphics = small.createGraphics();
    graphics.drawImage(ImageIO.read(PORTRAIT.toFile()), 0, 0, 96, 120, null);
    graphics.dispose();
    return small;
  }

  private static byte[] written(
      BufferedImage image, String format, String compression, boolean progressive)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (compression != null) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
    }
    if (progressive) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] netpbm(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("P6\n" + image.getWidth() + " " + image.getHeight() + "\n255\n")
            .getBytes(StandardCharsets.US_ASCII));
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        out.write(pixel >> 16);
        out.write(pixel >> 8);
        out.write(pixel);
      }
    }
    return out.toByteArray();
  }
}
