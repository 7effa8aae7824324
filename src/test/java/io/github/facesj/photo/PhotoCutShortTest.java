package io.github.facesj.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.photo.format.PhotoFormat;
import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A photo that lacks pixels is never taken for whole; one that lacks nothing but its last byte is.
 */
class PhotoCutShortTest {

  private static final Map<String, byte[]> PHOTOS = WrittenPhotos.all();

  @TempDir Path dir;

  static List<String> names() {
    return List.copyOf(PHOTOS.keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void isToldWhereverTheCutIs(String name) throws Exception {
    byte[] whole = PHOTOS.get(name);
    List<Integer> wrong = new ArrayList<>();
    for (int parts = 1; parts < 40; parts++) {
      int length = (int) ((long) whole.length * parts / 40);
      if (length >= PhotoFormat.HEAD && !isCutShort(Arrays.copyOf(whole, length))) {
        wrong.add(length);
      }
    }
    assertThat(wrong).as("read as whole at these lengths of " + whole.length).isEmpty();
  }

  private boolean isCutShort(byte[] photo) throws IOException {
    Path file = Files.write(dir.resolve("cut.bin"), photo);
    try {
      PhotoReader.read(file);
      return false;
    } catch (FacesException e) {
      // Within the tables of a TIFF's JPEG a decoder complains about those.
      return e.getMessage().contains("cut short") || e.getMessage().contains("damaged");
    }
  }

  @Test
  void isCalledByItsName() throws Exception {
    for (String name : List.of("baseline.jpg", "palette.gif", "plain.tif", "colour.png")) {
      byte[] whole = PHOTOS.get(name);
      Path file = Files.write(dir.resolve(name), Arrays.copyOf(whole, whole.length / 2));
      assertThatThrownBy(() -> PhotoReader.read(file))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("is cut short: its end is missing");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg_arithmetic_cut.jpg", "webp_lossless_cut_at_30_percent.webp"})
  void isToldWhereDecodersGoOnWithZeros(String name) {
    assertThatThrownBy(() -> PhotoReader.read(Path.of("src/test/resources/cases", name)))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("is cut short");
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg"})
  void aJpegWithoutItsLastMarkerHasAllItsPixels(String name) throws Exception {
    byte[] whole = PHOTOS.get(name);
    Path file = Files.write(dir.resolve("whole.jpg"), whole);
    Path cut = Files.write(dir.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length - 2));
    assertThat(PhotoReader.read(cut)).isEqualTo(PhotoReader.read(file));
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatFollowsThePictureDoesNotMatter(String name) throws Exception {
    byte[] whole = PHOTOS.get(name);
    Path file = Files.write(dir.resolve("whole.bin"), whole);
    byte[] film = Arrays.copyOf(whole, whole.length + 5000);
    Arrays.fill(film, whole.length, film.length, (byte) 0xff);
    Path longer = Files.write(dir.resolve("longer.bin"), film);
    assertThat(PhotoReader.read(longer)).isEqualTo(PhotoReader.read(file));
  }
}
