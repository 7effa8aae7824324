package io.github.facesj.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.image.FaceImage;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {

  @TempDir Path dir;

  private static FaceImage noise(int width, int height, long seed) {
    return FaceImage.of(
        width, height, new Random(seed).ints((long) width * height, 0, 1 << 24).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "b.TIF", "new/c.tiff"})
  void comesBackPixelByPixel(String name) throws Exception {
    FaceImage picture = noise(37, 23, 1);
    PictureFile.write(dir.resolve(name), picture);
    assertThat(PhotoReader.read(dir.resolve(name))).isEqualTo(picture);
  }

  @Test
  void aJpegLooksTheSame() throws Exception {
    int[] grey = new int[64 * 48];
    Arrays.fill(grey, 0x8090a0);
    PictureFile.write(dir.resolve("a.jpg"), FaceImage.of(64, 48, grey));
    FaceImage back = PhotoReader.read(dir.resolve("a.jpg"));
    for (int pixel : back.pixels()) {
      for (int shift = 0; shift < 24; shift += 8) {
        assertThat(pixel >> shift & 255)
            .isBetween((0x8090a0 >> shift & 255) - 2, (0x8090a0 >> shift & 255) + 2);
      }
    }
  }

  @Test
  void aTiffHoldsPagesOfAnySize() throws Exception {
    List<FaceImage> pages = List.of(noise(10, 20, 1), noise(30, 5, 2), noise(10, 20, 3));
    Path file = dir.resolve("pages.tif");
    try (PictureFile tiff = PictureFile.create(file, WriteGuard.none())) {
      for (FaceImage page : pages) {
        tiff.add(page);
      }
      tiff.commit();
    }
    assertThat(PhotoReader.pages(file)).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      assertThat(PhotoReader.read(file, i)).isEqualTo(pages.get(i));
    }
  }

  @Test
  void nothingIsLeftOfWhatWasNotFinished() throws Exception {
    Path file = dir.resolve("a.png");
    PictureFile.write(file, noise(2, 2, 1));
    byte[] before = Files.readAllBytes(file);
    try (PictureFile png = PictureFile.create(file, WriteGuard.none())) {
      png.add(noise(3, 3, 1));
      assertThatThrownBy(() -> png.add(noise(3, 3, 2)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Only a TIFF can hold several pages");
    }
    assertThat(file).hasBinaryContent(before);
    try (var files = Files.list(dir)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void saysWhatItCannotWrite() {
    assertThatThrownBy(() -> PictureFile.write(dir.resolve("a.gif"), noise(3, 3, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must end with .png, .jpg or .tif");
  }

  @Test
  void saysThatAFolderIsInTheWay() throws Exception {
    Files.createDirectories(dir.resolve("a.png"));
    assertThatThrownBy(() -> PictureFile.write(dir.resolve("a.png"), noise(3, 3, 1)))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("there is a folder of this name");
  }
}
