package io.github.facesj.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.run.FacesException;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format against the picture it was made from, and everything that can be wrong with one. */
class PhotoReaderTest {

  private static final Path PHOTOS = Path.of("src/test/resources/photos");
  private static final Path SAMPLES = Path.of("sample-images");

  @TempDir Path dir;

  /** The picture from which all files in {@code photos} were made: 24 x 16, dark in one corner. */
  private static int truth(int x, int y) {
    if (x < 6 && y < 6) {
      return 0;
    }
    return (x * 10) << 16 | (y * 15) << 8 | Math.max(0, 255 - x * 5 - y * 5);
  }

  private static FaceImage truth() {
    int[] rgb = new int[24 * 16];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = truth(i % 24, i / 24);
    }
    return FaceImage.of(24, 16, rgb);
  }

  /** Largest difference in any channel of any pixel. */
  private static int difference(FaceImage a, FaceImage b) {
    assertThat(a.width()).isEqualTo(b.width());
    assertThat(a.height()).isEqualTo(b.height());
    int most = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int d = (a.pixels()[i] >> shift & 255) - (b.pixels()[i] >> shift & 255);
        most = Math.max(most, Math.abs(d));
      }
    }
    return most;
  }

  @ParameterizedTest
  @CsvSource({
    "plain.png, 1, 0",
    "palette.png, 1, 40",
    "lossless.webp, 1, 0",
    "exif6.png, 6, 0",
    "exif6.tif, 6, 0",
    "lossy_exif6.webp, 6, 60",
    "cmyk.jpg, 1, 12",
    "cmyk.tif, 1, 12"
  })
  void readsEachFormatUpright(String name, int exif, int tolerance) throws Exception {
    FaceImage image = PhotoReader.read(PHOTOS.resolve(name));
    assertThat(image.orientation().exif()).isEqualTo(exif);
    assertThat(difference(image, Orientation.ofExif(exif).upright(truth())))
        .isLessThanOrEqualTo(tolerance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tif", "gif", "jpg"})
  void readsWhatTheJdkWrites(String format) throws Exception {
    BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 24, 16, truth().pixels(), 0, 24);
    Path file = dir.resolve("photo." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    int tolerance = format.equals("gif") ? 60 : format.equals("jpg") ? 90 : 0;
    assertThat(difference(PhotoReader.read(file), truth())).isLessThanOrEqualTo(tolerance);
  }

  @Test
  void laysTransparencyOnWhite() throws Exception {
    FaceImage image = PhotoReader.read(PHOTOS.resolve("alpha.webp"));
    assertThat(image.pixels()[23] & 0xffffff).isEqualTo(0xffffff);
    assertThat(image.pixels()[7] & 0xffffff).isEqualTo(truth(7, 0));

    BufferedImage half = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    half.setRGB(0, 0, 0x80ff0000);
    half.setRGB(1, 0, 0x00123456);
    Path png = dir.resolve("half.png");
    ImageIO.write(half, "png", png.toFile());
    assertThat(PhotoReader.read(png)).isEqualTo(FaceImage.of(2, 1, new int[] {0xff7f7f, 0xffffff}));
  }

  @Test
  void showsSixteenBitsFromTheSmallestToTheLargest() throws Exception {
    BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    grey.getRaster().setPixels(0, 0, 3, 1, new int[] {1000, 2000, 3000});
    for (String format : List.of("png", "tif")) {
      Path file = dir.resolve("grey." + format);
      ImageIO.write(grey, format, file.toFile());
      assertThat(PhotoReader.read(file))
          .isEqualTo(FaceImage.of(3, 1, new int[] {0, 0x808080, 0xffffff}));
    }
  }

  @Test
  void showsFloatsFromTheSmallestToTheLargest() throws Exception {
    FaceImage image = PhotoReader.read(PHOTOS.resolve("float.tif"));
    assertThat(image.pixels()[0] & 0xff).isZero();
    assertThat(image.pixels()[192] & 0xff).isEqualTo(128);
    assertThat(image.pixels()[383] & 0xff).isEqualTo(255);
  }

  @Test
  void readsGreyAndColourOfNetpbm() throws Exception {
    Path pgm =
        Files.writeString(dir.resolve("a.pgm"), "P5 2 1 255\n@A", StandardCharsets.ISO_8859_1);
    assertThat(PhotoReader.read(pgm)).isEqualTo(FaceImage.of(2, 1, new int[] {0x404040, 0x414141}));
    Path ppm = Files.writeString(dir.resolve("a.ppm"), "P3\n# note\n1 1\n255\n1 2 3\n");
    assertThat(PhotoReader.read(ppm)).isEqualTo(FaceImage.of(1, 1, new int[] {0x010203}));
  }

  @Test
  void turnsTheRotatedSampleUpright() throws Exception {
    FaceImage image = PhotoReader.read(SAMPLES.resolve("variants/rotated_exif6.jpg"));
    assertThat(image.orientation()).isEqualTo(Orientation.TURN_RIGHT);
    assertThat(image.width()).isEqualTo(480);
    assertThat(image.height()).isEqualTo(600);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void obeysAllEightOrientationsOfExif(int exif) throws Exception {
    byte[] photo = Files.readAllBytes(SAMPLES.resolve("variants/rotated_exif6.jpg"));
    // The tag 0x0112 of type SHORT with one value, big-endian; the value's low byte follows.
    byte[] tag = {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0};
    int at =
        new String(photo, StandardCharsets.ISO_8859_1)
            .indexOf(new String(tag, StandardCharsets.ISO_8859_1));
    photo[at + tag.length] = 1;
    Path plain = Files.write(dir.resolve("plain.jpg"), photo);
    photo[at + tag.length] = (byte) exif;
    Path turned = Files.write(dir.resolve("turned.jpg"), photo);
    assertThat(PhotoReader.read(turned))
        .isEqualTo(Orientation.ofExif(exif).upright(PhotoReader.read(plain)));
  }

  @Test
  void readsThePagesOfATiffWithoutItsThumbnails() throws Exception {
    Path file = dir.resolve("pages.tif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < 3; page++) {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x010101 * (page + 1));
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    }
    assertThat(PhotoReader.pages(file)).isEqualTo(3);
    for (int page = 0; page < 3; page++) {
      assertThat(PhotoReader.read(file, page).pixels()[0] & 0xff).isEqualTo(page + 1);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhotoReader.read(file, 3))
        .withMessageContaining("Page 4")
        .withMessageContaining("1 to 3");
    assertThat(PhotoReader.pages(PHOTOS.resolve("plain.png"))).isEqualTo(1);
  }

  @Test
  void looksAtTheContentAndNotAtTheName() throws Exception {
    Path file = Files.copy(PHOTOS.resolve("plain.png"), dir.resolve("misnamed.jpg"));
    assertThat(PhotoReader.read(file)).isEqualTo(truth());
  }

  @Test
  void explainsWhatIsNoPhoto() throws Exception {
    fails(dir, "is a folder");
    fails(dir.resolve("nowhere.jpg"), "There is no file");
    fails(Files.createFile(dir.resolve("empty.jpg")), "is empty");
    fails(Files.writeString(dir.resolve("notes.jpg"), "Dear diary"), "not a photo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/photos/plain.png",
        "src/test/resources/photos/exif6.tif",
        "src/test/resources/photos/lossless.webp",
        "src/test/resources/photos/cmyk.jpg",
        "sample-images/variants/gray16.tif",
        "sample-images/variants/noface.jpg",
        "sample-images/variants/old_bw_scan.jpg"
      })
  void refusesAFileThatWasCutShort(Path photo) throws Exception {
    byte[] bytes = Files.readAllBytes(photo);
    for (int part : new int[] {20, bytes.length / 4, bytes.length / 2, bytes.length * 3 / 4}) {
      Path cut = dir.resolve(part + "_" + photo.getFileName());
      Files.write(cut, Arrays.copyOf(bytes, part));
      fails(cut, cut.toString());
    }
  }

  @Test
  void refusesAHugePictureBeforeReadingIt() throws Exception {
    Path file = Files.writeString(dir.resolve("huge.pgm"), "P5 60000 60000 255\n");
    fails(file, "too large");
  }

  @Test
  void doesNotWriteTheFile() throws Exception {
    Path file = Files.copy(PHOTOS.resolve("exif6.tif"), dir.resolve("photo.tif"));
    byte[] before = Files.readAllBytes(file);
    assertThat(file.toFile().setReadOnly()).isTrue();
    PhotoReader.read(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(dir.toFile().list()).containsExactly(file.getFileName().toString());
  }

  private static void fails(Path file, String part) {
    assertThatThrownBy(() -> PhotoReader.read(file))
        .as(file.toString())
        .isInstanceOf(FacesException.class)
        .hasMessageContaining(part)
        .hasMessageContaining(file.toString())
        .hasMessageEndingWith(".");
  }

  /** The file with an EXIF segment whose only note is when the photo was taken. */
  private Path taken(String exifTime) throws Exception {
    byte[] time = (exifTime + "\0").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer exif = ByteBuffer.allocate(50 + time.length).order(ByteOrder.LITTLE_ENDIAN);
    exif.put("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    // One entry, which points to the directory of EXIF; that has one entry, the time.
    exif.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26);
    exif.putInt(0);
    exif.putShort((short) 1).putShort((short) 0x9003).putShort((short) 2).putInt(time.length);
    exif.putInt(44).putInt(0).put(time);
    byte[] photo = Files.readAllBytes(SAMPLES.resolve("portraits/ada/ada_1.jpg"));
    ByteBuffer file = ByteBuffer.allocate(photo.length + exif.capacity() + 4);
    file.put(photo, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.capacity() + 2));
    file.put(exif.array()).put(photo, 2, photo.length - 2);
    return Files.write(dir.resolve("taken.jpg"), file.array());
  }

  @ParameterizedTest
  @CsvSource({
    "2001:02:03 04:05:06, 2001-02-03T04:05:06",
    "1999:12:31 23:59:00, 1999-12-31T23:59:00",
    "0000:00:00 00:00:00, ",
    "2001:02:30 04:05:06, ",
    "yesterday, ",
  })
  void saysWhenAPhotoWasTaken(String exif, String iso) throws Exception {
    assertThat(PhotoReader.taken(taken(exif))).isEqualTo(Optional.ofNullable(iso));
  }

  @Test
  void mostFilesDoNotSayWhenTheyWereTaken() throws Exception {
    assertThat(PhotoReader.taken(SAMPLES.resolve("portraits/ada/ada_1.jpg"))).isEmpty();
    assertThat(PhotoReader.taken(PHOTOS.resolve("exif6.tif"))).isEmpty();
    assertThat(PhotoReader.taken(PHOTOS.resolve("exif6.png"))).isEmpty();
    assertThat(PhotoReader.taken(PHOTOS.resolve("lossy_exif6.webp"))).isEmpty();
  }
}
