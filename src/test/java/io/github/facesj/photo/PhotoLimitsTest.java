package io.github.facesj.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Photos made so that decoding would not end, notes that pixels do not need, and users who stop.
 */
class PhotoLimitsTest {

  @TempDir Path dir;

  /** Where a marker is for the first time after a place. */
  private static int marker(byte[] jpeg, int marker, int from) {
    for (int i = from; i < jpeg.length - 1; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == marker) {
        return i;
      }
    }
    return jpeg.length;
  }

  /** A progressive JPEG whose first scan comes so many times more. */
  private static byte[] scans(int more) {
    byte[] jpeg = WrittenPhotos.all().get("progressive.jpg");
    int start = marker(jpeg, 0xda, 0);
    int end = Math.min(marker(jpeg, 0xda, start + 2), marker(jpeg, 0xc4, start + 2));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, end);
    for (int i = 0; i < more; i++) {
      out.write(jpeg, start, end - start);
    }
    out.write(jpeg, end, jpeg.length - end);
    return out.toByteArray();
  }

  @Test
  void thousandsOfScansAreASentence() throws Exception {
    Path few = Files.write(dir.resolve("few.jpg"), scans(20));
    assertThat(PhotoReader.read(few).width()).isEqualTo(96);
    Path many = Files.write(dir.resolve("many.jpg"), scans(4000));
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> PhotoReader.read(many))
                .isInstanceOf(FacesException.class)
                .hasMessageContaining("101 scans")
                .hasMessageContaining(many.toString()));
  }

  @Test
  void scansOfAHugePictureAreCountedByTheirPixels() throws Exception {
    byte[] jpeg = scans(50);
    int frame = marker(jpeg, 0xc2, 0);
    for (int i = 5; i < 9; i++) {
      jpeg[frame + i] = 0x2f; // 12,079 x 12,079
    }
    Path file = Files.write(dir.resolve("huge.jpg"), jpeg);
    assertThatThrownBy(() -> PhotoReader.read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("146 megapixels are in at least 42 scans");
  }

  /** What the decoder holds of a picture in several scans lies beside Java's memory. */
  @Test
  void coefficientsOfSeveralScansAreCountedAndBounded() throws Exception {
    byte[] jpeg = WrittenPhotos.all().get("progressive.jpg");
    Path small = Files.write(dir.resolve("small.jpg"), jpeg);
    Path plain = Files.write(dir.resolve("plain.jpg"), WrittenPhotos.all().get("baseline.jpg"));
    long more =
        PhotoReader.needs(small, Progress.SILENT).get(0)
            - PhotoReader.needs(plain, Progress.SILENT).get(0);
    assertThat(more).isBetween(2L * 96 * 120, 6L * 96 * 120);
    int frame = marker(jpeg, 0xc2, 0);
    for (int i = 5; i < 9; i += 2) {
      jpeg[frame + i] = (byte) 0x5d; // 23,832 x 23,904 or so
    }
    Path file = Files.write(dir.resolve("huge.jpg"), jpeg);
    for (ThrowingCallable reading :
        List.<ThrowingCallable>of(
            () -> PhotoReader.read(file), () -> PhotoReader.needs(file, Progress.SILENT))) {
      assertThatThrownBy(reading)
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("megapixels come in several scans, which need");
    }
  }

  @Test
  void pagesInACircleAreASentence() throws Exception {
    byte[] tiff = WrittenPhotos.all().get("plain.tif");
    ByteBuffer bytes = ByteBuffer.wrap(tiff);
    bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = bytes.getInt(4);
    bytes.putInt(directory + 2 + 12 * bytes.getShort(directory), directory);
    Path file = Files.write(dir.resolve("circle.tif"), tiff);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> PhotoReader.pages(file))
                .isInstanceOf(FacesException.class)
                .hasMessageContaining("no end"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline.jpg",
        "progressive.jpg",
        "cmyk.jpg",
        "colour.png",
        "palette.gif",
        "colour.bmp",
        "colour.ppm",
        "ZLib.tif",
        "float.tif",
        "lossless.webp",
        "lossy.webp"
      })
  void readingStopsWhenTheUserWishes(String name) throws Exception {
    Path file = Files.write(dir.resolve(name), WrittenPhotos.all().get(name));
    AtomicInteger asked = new AtomicInteger();
    PhotoReader.read(file, 0, stopping(asked, Integer.MAX_VALUE));
    int polls = asked.get();
    assertThat(polls).isGreaterThan(1);
    for (int at : new int[] {1, polls / 2, polls}) {
      assertThatThrownBy(() -> PhotoReader.read(file, 0, stopping(new AtomicInteger(), at)))
          .isInstanceOfSatisfying(FacesException.class, e -> assertThat(e.isPassing()).isTrue())
          .hasMessage("Reading %s was stopped.", file);
    }
  }

  /**
   * Most of the time of a lossless WebP goes where no byte is read any more, and a picture of one
   * colour takes none at all: a question for at most so many pixels.
   */
  @Test
  void losslessWebpIsStoppedAmongItsPixels() throws Exception {
    Path file = Files.write(dir.resolve("grey.webp"), greyWebp(4000, 4000));
    AtomicInteger asked = new AtomicInteger();
    FaceImage read = PhotoReader.read(file, 0, stopping(asked, Integer.MAX_VALUE));
    assertThat(read.width()).isEqualTo(4000);
    int polls = asked.get();
    assertThat(polls).isGreaterThan(16_000_000 / (1 << 18));
    for (int at : new int[] {polls / 4, polls / 2, polls - 1}) {
      assertThatThrownBy(() -> PhotoReader.read(file, 0, stopping(new AtomicInteger(), at)))
          .isInstanceOfSatisfying(FacesException.class, e -> assertThat(e.isPassing()).isTrue())
          .hasMessage("Reading %s was stopped.", file);
    }
  }

  /** One colour, all codes of length 0: some 20 bytes for any size (WebP Lossless Bitstream). */
  private static byte[] greyWebp(int width, int height) {
    int[] at = {0};
    byte[] data = new byte[32];
    BiConsumer<Integer, Integer> put =
        (value, count) -> {
          for (int i = 0; i < count; i++, at[0]++) {
            data[at[0] / 8] |= (byte) ((value >> i & 1) << at[0] % 8);
          }
        };
    put.accept(0x2f, 8);
    put.accept(width - 1, 14);
    put.accept(height - 1, 14);
    put.accept(0, 1 + 3); // no alpha, version 0
    put.accept(0, 1); // no transform
    put.accept(0, 1); // no colour cache
    put.accept(0, 1); // one group of codes
    for (int value : new int[] {128, 128, 128, 255, 0}) { // green, red, blue, alpha, distance
      put.accept(1, 1); // a simple code
      put.accept(0, 1); // of one symbol
      put.accept(1, 1); // of 8 bits
      put.accept(value, 8);
    }
    int length = (at[0] + 7) / 8;
    int padded = length + length % 2;
    ByteBuffer file = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + padded);
    file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    return file.put(data, 0, length).array();
  }

  /** Says yes from the n-th time on. */
  private static Progress stopping(AtomicInteger asked, int from) {
    return new Progress() {
      @Override
      public void at(long done, long total, String what) {
        // of no interest
      }

      @Override
      public boolean isCanceled() {
        return asked.incrementAndGet() >= from;
      }

      @Override
      public void warn(Problem problem) {
        // of no interest
      }
    };
  }

  @Test
  void aWebpThatAnnouncesMoreThanItHasIsCutShort() throws Exception {
    byte[] webp = WrittenPhotos.all().get("lossless.webp");
    // 14 bits of width and of height, each less one, behind RIFF, WEBP, VP8L, its size and 0x2f.
    ByteBuffer head = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(21, (head.getInt(21) & 0xf0000000) | 7999 << 14 | 7999);
    Path file = Files.write(dir.resolve("large.webp"), webp);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertThatThrownBy(() -> PhotoReader.read(file))
                .isInstanceOf(FacesException.class)
                .hasMessageContaining(file.toString()));
  }

  @Test
  void aPictureWithinAWebpIsNoLargerThanTheWhole() throws Exception {
    byte[] webp = WrittenPhotos.all().get("lossy.webp");
    int frame = new String(webp, StandardCharsets.ISO_8859_1).indexOf("\u009d\u0001*");
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(frame + 3, 0x3fff3fff);
    Path file = Files.write(dir.resolve("within.webp"), webp);
    assertThatThrownBy(() -> PhotoReader.read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("a picture of 16383 x 16383 pixels cannot be in one of 24 x 16");
  }

  @Test
  void profilesAndMarkersThatColoursDoNotNeedStopNobody() throws Exception {
    byte[] jpeg = WrittenPhotos.all().get("baseline.jpg");
    FaceImage right = PhotoReader.read(Files.write(dir.resolve("ok.jpg"), jpeg));
    byte[] icc = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[][] odd = {
      segment(0xe2, icc, new byte[] {}),
      segment(0xe2, icc, new byte[] {0, 0}),
      segment(0xe2, icc, new byte[] {1, 3, 'x', 'y'}),
      segment(0xe2, icc, new byte[] {1, 1, 'g', 'a', 'r', 'b', 'a', 'g', 'e'}),
      join(segment(0xe2, icc, new byte[] {1, 1, 5}), segment(0xe2, icc, new byte[] {1, 1, 5})),
      segment(
          0xee, "Adobe".getBytes(StandardCharsets.ISO_8859_1), new byte[] {0, 100, 0, 0, 0, 0, 0}),
      segment(
          0xee, "Adobe".getBytes(StandardCharsets.ISO_8859_1), new byte[] {0, 100, 0, 0, 0, 0, 2}),
      segment(
          0xee, "Adobe".getBytes(StandardCharsets.ISO_8859_1), new byte[] {0, 100, 0, 0, 0, 0, 77}),
      segment(0xee, "Adobe".getBytes(StandardCharsets.ISO_8859_1), new byte[] {}),
      segment(0xe0, "JFXX\0".getBytes(StandardCharsets.ISO_8859_1), new byte[] {0x10, 1, 2, 3}),
      segment(
          0xe1, "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), new byte[] {'M', 'M', 9, 9, 9}),
      segment(0xed, "Photoshop".getBytes(StandardCharsets.ISO_8859_1), new byte[] {1, 2}),
      segment(0xfe, new byte[] {}, new byte[] {}),
    };
    int afterJfif = 20;
    for (byte[] segment : odd) {
      byte[] with =
          join(
              join(Arrays.copyOf(jpeg, afterJfif), segment),
              Arrays.copyOfRange(jpeg, afterJfif, jpeg.length));
      Path file = Files.write(dir.resolve("odd.jpg"), with);
      assertThat(PhotoReader.read(file)).as(Arrays.toString(segment)).isEqualTo(right);
      assertThat(PhotoReader.frame(file, 0).width()).isEqualTo(96);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg_adobe_unknown_3ch.jpg", "jpeg_empty_icc.jpg"})
  void goodPhotosWithOddNotesAreRead(String name) throws Exception {
    FaceImage image = PhotoReader.read(Path.of("src/test/resources/cases", name));
    assertThat(image.width()).isEqualTo(480);
    assertThat(image.height()).isEqualTo(600);
  }

  @Test
  void aPictureOfAFaceInAnArchiveIsSmallAndWhole() throws Exception {
    byte[] jpeg = WrittenPhotos.all().get("baseline.jpg");
    assertThat(JpegReader.decode(jpeg)).isPresent();
    assertThat(JpegReader.decode(Arrays.copyOf(jpeg, jpeg.length / 2))).isEmpty();
    assertThat(JpegReader.decode(scans(4000))).isEmpty();
    assertThat(JpegReader.decode(WrittenPhotos.all().get("colour.png"))).isEmpty();
    assertThat(JpegReader.decode(new byte[0])).isEmpty();
    int frame = marker(jpeg, 0xc0, 0);
    jpeg[frame + 5] = (byte) 0xff; // 65,000 lines
    jpeg[frame + 7] = (byte) 0xff;
    assertThat(JpegReader.decode(jpeg)).isEmpty();
  }

  @Test
  void aFurtherChannelOfATiffIsNotTransparency() throws Exception {
    // One red pixel with a fourth sample of 0, of no stated meaning (ExtraSamples 0).
    ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(24);
    tiff.put(new byte[] {(byte) 255, 0, 0, 0}).putInt(0); // the pixel
    for (int i = 0; i < 4; i++) {
      tiff.putShort((short) 8);
    }
    int[][] entries = {
      {256, 4, 1, 1}, {257, 4, 1, 1}, {258, 3, 4, 16}, {259, 3, 1, 1}, {262, 3, 1, 2},
      {273, 4, 1, 8}, {277, 3, 1, 4}, {278, 4, 1, 1}, {279, 4, 1, 4}, {338, 3, 1, 0}
    };
    tiff.putShort((short) entries.length);
    for (int[] e : entries) {
      tiff.putShort((short) e[0]).putShort((short) e[1]).putInt(e[2]).putInt(e[3]);
    }
    Path file = Files.write(dir.resolve("extra.tif"), tiff.array());
    assertThat(PhotoReader.read(file).pixels()[0] & 0xffffff).isEqualTo(0xff0000);
  }

  private static byte[] segment(int marker, byte[] name, byte[] content) {
    int length = 2 + name.length + content.length;
    byte[] head = {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length};
    return join(head, join(name, content));
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
