package io.github.facesj.benchmark;

import io.github.facesj.Sample;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.JpegWriter;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Any number of different photos, made of the sample images by making them brighter. */
public final class ManyPhotos {

  private static final int PER_FOLDER = 500;

  private ManyPhotos() {}

  /**
   * Fills a folder; what is there already is left.
   *
   * @param enlarged how many times larger than the samples they are in width and height
   */
  public static void make(Path folder, int count, int enlarged) throws FacesException, IOException {
    List<Path> samples =
        PhotoFolder.list(Sample.FOLDER.toAbsolutePath(), Progress.SILENT).stream()
            .filter(p -> p.toString().endsWith(".jpg"))
            .toList();
    for (int i = 0; i < count; i++) {
      Path photo = folder.resolve(String.format(Locale.ROOT, "%03d/%06d.jpg", i / PER_FOLDER, i));
      if (Files.exists(photo)) {
        continue;
      }
      Files.createDirectories(photo.getParent());
      FaceImage sample = PhotoReader.read(samples.get(i % samples.size()));
      Files.write(photo, JpegWriter.encode(brighter(sample, i / samples.size(), enlarged), 0.9f));
    }
  }

  private static FaceImage brighter(FaceImage image, int by, int enlarged) {
    int w = image.width() * enlarged;
    int h = image.height() * enlarged;
    int[] rgb = new int[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int p = image.pixels()[y / enlarged * image.width() + x / enlarged];
        int to = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          to |= Math.min(255, (p >> shift & 255) + by) << shift;
        }
        rgb[y * w + x] = to;
      }
    }
    return FaceImage.of(w, h, rgb);
  }
}
