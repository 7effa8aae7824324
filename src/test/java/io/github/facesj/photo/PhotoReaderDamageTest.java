package io.github.facesj.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** However a file is damaged, there is a picture or a sentence, and never another exception. */
class PhotoReaderDamageTest {

  private static final List<String> FILES =
      List.of(
          "plain.png",
          "palette.png",
          "lossless.webp",
          "lossy_exif6.webp",
          "exif6.png",
          "exif6.tif",
          "cmyk.jpg",
          "cmyk.tif",
          "float.tif",
          "alpha.webp");

  @Property(tries = 400, seed = "20261120", shrinking = ShrinkingMode.OFF)
  void damageEndsInAPictureOrASentence(
      @ForAll @IntRange(max = 9) int file,
      @ForAll @IntRange(min = 1, max = 8) int bytes,
      @ForAll long seed)
      throws IOException {
    byte[] photo = Files.readAllBytes(Path.of("src/test/resources/photos", FILES.get(file)));
    Random random = new Random(seed);
    for (int i = 0; i < bytes; i++) {
      photo[random.nextInt(photo.length)] = (byte) random.nextInt(256);
    }
    Path damaged = Files.createTempFile("facesj-damaged", ".bin");
    try {
      Files.write(damaged, photo);
      PhotoReader.read(damaged);
    } catch (FacesException e) {
      assertThat(e.getMessage()).contains(damaged.toString()).endsWith(".");
    } finally {
      Files.delete(damaged);
    }
  }
}
