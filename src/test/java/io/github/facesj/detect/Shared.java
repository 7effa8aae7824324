package io.github.facesj.detect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.facesj.image.FaceImage;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** The folder of public models and real photos that tests tagged "real" need. */
final class Shared {

  private Shared() {}

  /** A file or folder of it; the test is skipped, and says so, where there is none. */
  static Path path(String name) {
    Path path = Path.of(System.getProperty("facesj.shared", "../shared")).resolve(name);
    assumeTrue(
        Files.exists(path),
        () -> "SKIPPED: this test needs " + path + " (set -Dfacesj.shared to the shared folder)");
    return path;
  }

  static OpenModel model(String id) throws FacesException {
    ModelStore store = ModelStore.at(path("models"));
    return store.open(store.catalogue().get(id, Task.DETECTION), 1);
  }

  /** The pixels as stored in the file: no colour profile, no EXIF turn. */
  static FaceImage stored(Path photo) throws IOException {
    return photo.toString().endsWith(".pgm") ? pgm(Files.readAllBytes(photo)) : raster(photo);
  }

  private static FaceImage raster(Path photo) throws IOException {
    BufferedImage image;
    try (ImageInputStream in = ImageIO.createImageInputStream(photo.toFile())) {
      ImageReader reader = jdk(ImageIO.getImageReaders(in));
      reader.setInput(in);
      ImageReadParam unconverted = reader.getDefaultReadParam();
      reader.getImageTypes(0).forEachRemaining(type -> preferProfile(type, unconverted));
      image = reader.read(0, unconverted);
      reader.dispose();
    }
    Raster raster = image.getRaster();
    int[] rgb = new int[image.getWidth() * image.getHeight()];
    int[] values = raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    int bands = raster.getNumBands();
    for (int i = 0; i < rgb.length; i++) {
      int r = values[i * bands];
      rgb[i] =
          bands == 1 ? r * 0x10101 : r << 16 | values[i * bands + 1] << 8 | values[i * bands + 2];
    }
    return FaceImage.of(image.getWidth(), image.getHeight(), rgb);
  }

  /** TwelveMonkeys' reader would apply the file's colour profile, as a viewer should. */
  private static ImageReader jdk(Iterator<ImageReader> readers) {
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.")) {
        return reader;
      }
    }
    throw new IllegalStateException("The JDK has no reader for this file.");
  }

  /** Into the colour space of the file's own profile the JDK copies without converting. */
  private static void preferProfile(ImageTypeSpecifier type, ImageReadParam param) {
    if (type.getNumBands() == 3 && !type.getColorModel().getColorSpace().isCS_sRGB()) {
      param.setDestinationType(type);
    }
  }

  private static FaceImage pgm(byte[] bytes) {
    int at = 0;
    String[] header = new String[4];
    for (int field = 0; field < 4; field++) {
      int start = at;
      while (!Character.isWhitespace(bytes[at])) {
        at++;
      }
      header[field] = new String(bytes, start, at++ - start, StandardCharsets.US_ASCII);
    }
    int w = Integer.parseInt(header[1]);
    int h = Integer.parseInt(header[2]);
    int[] rgb = new int[w * h];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (bytes[at + i] & 0xff) * 0x10101;
    }
    return FaceImage.of(w, h, rgb);
  }
}
