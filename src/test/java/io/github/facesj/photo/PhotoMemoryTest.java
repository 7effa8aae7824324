package io.github.facesj.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.face.Box;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos are read within the room there is, and the same as without a bound where they fit. */
class PhotoMemoryTest {

  /** What the range of values of fewer pixels may change, where there are more than 8 bits. */
  private static final int CLOSE = 8;

  private static final Path SAMPLES = Path.of("sample-images");

  private static List<Path> jpegs() throws Exception {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(f -> f.toString().endsWith(".jpg") && !f.toString().contains("exif"))
          .sorted()
          .toList();
    }
  }

  @Test
  void rowsOfADecoderGiveThePictureThatItMakesItself() throws Exception {
    for (Path file : jpegs()) {
      BufferedImage whole = ImageIO.read(file.toFile());
      FaceImage image = PhotoReader.read(file);
      assertThat(image.pixels())
          .as("%s", file)
          .isEqualTo(RasterPixels.rgb(whole, Optional.empty(), true, Progress.SILENT));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void scansOfAProgressiveFileAndGreyGiveTheSame(boolean grey, @TempDir Path folder)
      throws Exception {
    BufferedImage photo = ImageIO.read(SAMPLES.resolve("groups/group_1.jpg").toFile());
    BufferedImage drawn =
        new BufferedImage(
            photo.getWidth(),
            photo.getHeight(),
            grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    drawn.getGraphics().drawImage(photo, 0, 0, null);
    Path file = folder.resolve("progressive.jpg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(drawn, null, null), param);
    } finally {
      writer.dispose();
    }
    BufferedImage whole = ImageIO.read(file.toFile());
    int[] samples = whole.getRaster().getPixels(0, 0, whole.getWidth(), 1, (int[]) null);
    FaceImage image = PhotoReader.read(file);
    int bands = grey ? 1 : 3;
    for (int x = 0; x < image.width(); x++) {
      int pixel = image.pixels()[x];
      assertThat(pixel >> 16 & 255).isEqualTo(samples[x * bands]);
      assertThat(pixel & 255).isEqualTo(samples[x * bands + bands - 1]);
    }
    int n = 3;
    FaceImage small = reduced(file, n);
    assertThat(small.width()).isEqualTo(image.width() / n);
    assertMean(small, image, n);
  }

  private static FaceImage reduced(Path file, int n) throws FacesException {
    FaceImage whole = PhotoReader.read(file);
    // A room for a picture n times smaller, and not for a larger one.
    long pixels = (long) whole.width() * whole.height();
    long room = PhotoMemory.needed(pixels, true) / ((long) n * n) + 64;
    ReducedPhoto photo = PhotoReader.read(file, 0, room, Progress.SILENT);
    assertThat(photo.reduction()).isEqualTo(n);
    assertThat(PhotoMemory.needed(photo.image().pixels().length, true)).isLessThanOrEqualTo(room);
    assertThat(photo.remark().orElseThrow())
        .contains("1/" + n, "below about " + 16 * n + " pixels");
    return photo.image();
  }

  private static void assertMean(FaceImage small, FaceImage whole, int n) {
    for (int i = 0; i < small.pixels().length; i += 97) {
      int x = i % small.width() * n;
      int y = i / small.width() * n;
      int sum = 0;
      for (int k = 0; k < n * n; k++) {
        sum += whole.pixels()[(y + k / n) * whole.width() + x + k % n] >> 8 & 255;
      }
      assertThat(small.pixels()[i] >> 8 & 255).isEqualTo((sum + n * n / 2) / (n * n));
    }
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void rowsAreTurnedAsPicturesAre(Orientation orientation) {
    int[] stored = new int[5 * 3];
    Arrays.setAll(stored, i -> i);
    FaceImage upright = orientation.upright(FaceImage.of(5, 3, stored));
    int[] placed = new int[15];
    for (int y = 0; y < 3; y++) {
      orientation.place(Arrays.copyOfRange(stored, 5 * y, 5 * y + 5), y, 5, 3, placed);
    }
    assertThat(upright.pixels()).isEqualTo(placed);
    for (int i = 0; i < 15; i++) {
      Box box =
          orientation.toStored(
              new Box(i % upright.width(), Math.floorDiv(i, upright.width()), 1, 1),
              upright.width(),
              upright.height());
      assertThat(placed[i]).isEqualTo((int) (box.y() * 5 + box.x()));
    }
  }

  private static Set<String> written() {
    return WrittenPhotos.all().keySet();
  }

  /** Decoders that make a picture of their own leave pixels out; they must be the right ones. */
  @ParameterizedTest
  @MethodSource("written")
  void everyFormatGivesTheSamePictureReduced(String name, @TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve(name), WrittenPhotos.all().get(name));
    FaceImage whole = PhotoReader.read(file);
    for (int n = 2; n <= 4; n++) {
      long pixels = (long) whole.width() * whole.height();
      boolean rows = name.matches("(baseline|progressive|grey)[.]jpg");
      long room = PhotoMemory.needed(pixels, rows) / ((long) n * n) + 64;
      ReducedPhoto photo = PhotoReader.read(file, 0, room, Progress.SILENT);
      assertThat(photo.reduction()).isEqualTo(n);
      FaceImage small = photo.image();
      for (int at = 0; at < small.pixels().length; at++) {
        int x = at % small.width();
        int y = at / small.width();
        for (int band = 0; band < 24; band += 8) {
          int value = small.pixels()[at] >> band & 255;
          int[] around = around(whole, n * x, n * y, n, band);
          assertThat(value)
              .as("%s reduced to 1/%d, pixel %d, %d", name, n, x, y)
              .isBetween(around[0] - CLOSE, around[1] + CLOSE);
        }
      }
    }
  }

  /** The least and the greatest value of the pixels that one of the reduced picture stands for. */
  private static int[] around(FaceImage whole, int left, int top, int n, int band) {
    int least = 255;
    int most = 0;
    for (int y = top; y < Math.min(whole.height(), top + n); y++) {
      for (int x = left; x < Math.min(whole.width(), left + n); x++) {
        int value = whole.pixels()[y * whole.width() + x] >> band & 255;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return new int[] {least, most};
  }

  /** 79 kB that would be 324 MB of pixels: see the first lines of the file. */
  @Test
  void aSmallFileWithALargePictureIsReadWithinItsRoom() throws Exception {
    Path file = Path.of("src/test/resources/cases/png_9000x9000_79kB.png");
    long room = 100L << 20;
    ReducedPhoto photo = PhotoReader.read(file, 0, room, Progress.SILENT);
    assertThat(photo.frame().width()).isEqualTo(9000);
    assertThat(photo.reduction()).isEqualTo(4);
    assertThat(photo.image().width()).isEqualTo(2250);
  }

  @Test
  void whatCannotBeHeldAtAllIsRefusedWithASentence(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("huge.ppm");
    Files.writeString(file, "P6 40000 30000 255\n");
    assertThatThrownBy(() -> PhotoReader.read(file, 0, 1 << 20, Progress.SILENT))
        .isInstanceOf(FacesException.class);
  }
}
