package io.github.facesj.benchmark;

import io.github.facesj.Sample;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.photo.JpegWriter;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Any number of small photos of one face each: the sample portraits in several shades, repeated
 * under other names. Each file says its number in a comment, so that no two have the same content.
 */
final class SoakPhotos {

  private static final int WIDTH = 192;
  private static final int HEIGHT = 240;
  private static final int SHADES = 33;
  private static final int PER_FOLDER = 1000;

  private SoakPhotos() {}

  /** Fills a folder; what is there already is left. */
  static void make(Path folder, int count) throws FacesException, IOException {
    if (Files.exists(file(folder, count - 1))) {
      return;
    }
    List<byte[]> faces = faces();
    for (int i = 0; i < count; i++) {
      Path photo = file(folder, i);
      if (i % PER_FOLDER == 0) {
        Files.createDirectories(photo.getParent());
      }
      Files.write(photo, numbered(faces.get(i % faces.size()), i));
    }
  }

  private static Path file(Path folder, int number) {
    return folder.resolve(String.format(Locale.ROOT, "%03d/%06d.jpg", number / PER_FOLDER, number));
  }

  private static List<byte[]> faces() throws FacesException {
    List<Path> portraits =
        PhotoFolder.list(Sample.path("portraits").toAbsolutePath(), Progress.SILENT);
    List<byte[]> faces = new ArrayList<>();
    for (int shade = 0; shade < SHADES; shade++) {
      for (Path portrait : portraits) {
        faces.add(JpegWriter.encode(darker(PhotoReader.read(portrait), 3 * shade), 0.9f));
      }
    }
    return faces;
  }

  private static FaceImage darker(FaceImage photo, int by) {
    int[] rgb =
        new Resizer()
            .resize(photo.pixels(), photo.width(), photo.height(), WIDTH, HEIGHT, Resampling.AREA);
    for (int i = 0; i < rgb.length; i++) {
      int to = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        to |= Math.max(0, (rgb[i] >> shift & 255) - by) << shift;
      }
      rgb[i] = to;
    }
    return FaceImage.of(WIDTH, HEIGHT, rgb);
  }

  /** A comment segment right behind the start of the JPEG. */
  private static byte[] numbered(byte[] jpeg, int number) throws IOException {
    byte[] text =
        String.format(Locale.ROOT, "photo %07d", number).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (text.length + 2)});
    out.write(text);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }
}
